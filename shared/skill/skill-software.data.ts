/**
 * Skills of software, data and infrastructure, one per line (the whole list in one place is why the file is long):
 * `Name = alias, alias > broader, broader`. A `!` after a name or alias marks an everyday word that counts only as
 * written and among other skills; an alias in capitals counts only in capitals. Written by hand; names of products are facts.
 */
export const SOFTWARE_SKILLS = `
# language
JavaScript = js, ecmascript, es6, java script, vanilla js
TypeScript = type script > JavaScript
Python = python3, py3
Java = java se, jdk, java ee, jakarta ee, j2ee
Go! = golang, go lang, go programming
Rust! = rustlang, rust programming
C! = ansi c, c language, embedded c
C++ = cpp, c plus plus
C# = csharp, c sharp > .NET
PHP = php7, php8
Ruby! = ruby language
Kotlin
Swift! = swift programming, swift language
Scala!
R! = r programming, rstudio, r language, tidyverse, ggplot2
SQL = structured query language
PL/SQL = plsql > SQL
T-SQL = tsql, transact sql > SQL
Bash = shell scripting, shell script, shell scripts, unix shell, zsh > Linux
PowerShell = power shell
MATLAB
Perl
Elixir
Erlang
Haskell
Clojure
Dart!
Lua!
Groovy!
Objective-C = objective c, objc
Solidity
Fortran
COBOL
Julia!
F# = fsharp > .NET
Visual Basic = vb.net, vba, visual basic for applications
Assembly language = x86 assembly, assembler
VHDL
Verilog = systemverilog
Apex!
ABAP = sap abap
OCaml
Zig!
WebAssembly = wasm
HTML = html5
CSS = css3
Sass = scss
LaTeX
XML
JSON
YAML
GraphQL = graph ql
Regular expressions = regex, regexp

# tool
React = react.js, reactjs > JavaScript
React Native = react-native > React, Mobile development
Next.js = nextjs > React
Vue.js = vue!, vuejs, vue 3 > JavaScript
Nuxt = nuxt.js, nuxtjs > Vue.js
Angular = angularjs, angular.js, angular 2 > JavaScript
Svelte = sveltekit > JavaScript
Ember.js = ember, emberjs > JavaScript
Backbone.js = backbonejs, backbone!! > JavaScript
jQuery > JavaScript
Redux = redux toolkit > React
Node.js = node, nodejs, node js > JavaScript
Express! = express.js, expressjs > Node.js
NestJS = nest.js > Node.js
Deno!
Meteor! = meteor.js, meteorjs > JavaScript
Electron! = electron.js > JavaScript
Three.js = threejs, webgl
D3.js = d3!
Tailwind CSS = tailwind > CSS
Bootstrap! = twitter bootstrap > CSS
Webpack
Vite!
Storybook
Jest!
Cypress!
Playwright!
Selenium = selenium webdriver
Puppeteer
Appium
JUnit
Pytest
Cucumber!
Postman!
Django = django rest framework, drf > Python
Flask! > Python
FastAPI > Python
Pandas > Python
NumPy > Python
SciPy > Python
scikit-learn = sklearn, scikit > Python, Machine learning
PyTorch > Deep learning
TensorFlow = tensor flow > Deep learning
Keras > Deep learning
JAX! > Deep learning
Hugging Face = huggingface, hugging face transformers > Natural language processing
LangChain > Large language models
LlamaIndex > Large language models
OpenCV > Computer vision
spaCy > Natural language processing
XGBoost = lightgbm, gradient boosting > Machine learning
MLflow > MLOps
CUDA
Spring! = spring boot, springboot, spring framework, spring mvc > Java
Hibernate! = jpa > Java
Maven! > Java
Gradle > Java
Ruby on Rails = rails, ror > Ruby
Sinatra! > Ruby
Laravel > PHP
Symfony > PHP
WordPress > PHP
Drupal > PHP
Magento = adobe commerce
Shopify
.NET = dotnet, dot net, .net core, .net framework, asp.net, asp.net core
Entity Framework = ef core > .NET
Blazor > .NET
WPF > .NET
Phoenix LiveView = phoenix framework > Elixir
Flutter > Dart, Mobile development
SwiftUI > Swift, iOS development
UIKit > iOS development
Xcode > iOS development
Jetpack Compose > Kotlin, Android development
Android SDK = android studio > Android development
Unity! = unity3d, unity engine > Game development
Unreal Engine = unreal > Game development
Qt!
Arduino
Raspberry Pi
ROS! = robot operating system, ros2
PostgreSQL = postgres, psql > SQL
MySQL > SQL
SQL Server = mssql, ms sql, microsoft sql server > SQL
Oracle Database = oracle db, oracle sql > SQL
SQLite > SQL
MongoDB = mongo > NoSQL
Redis
Cassandra = apache cassandra > NoSQL
DynamoDB > NoSQL, AWS
Elasticsearch = elastic search, opensearch, elk stack, ELK
Neo4j = graph database
ClickHouse
Snowflake! = snowflake data
BigQuery = google bigquery > Google Cloud
Redshift = amazon redshift > AWS
Databricks
dbt! = data build tool
Apache Spark = pyspark, spark! > Big data
Hadoop = hdfs, mapreduce > Big data
Hive! = apache hive > Big data
Apache Kafka = kafka
RabbitMQ = rabbit mq
Apache Airflow = airflow
Apache Flink = flink
Apache Beam
Presto! = trino
Looker! = lookml, looker studio > Business intelligence
Tableau > Business intelligence
Power BI = powerbi, power-bi > Business intelligence
Qlik = qlikview, qlik sense > Business intelligence
Metabase > Business intelligence
SSIS = ssrs, ssas
Informatica!! = informatica powercenter
Talend
Alteryx
Fivetran
Segment! 
Amplitude!
Mixpanel
Google Analytics = ga4
Jupyter = jupyter notebook, jupyter notebooks
AWS = amazon web services, amazon aws
AWS Lambda > AWS, Serverless
Amazon EC2 = ec2 > AWS
Amazon S3 = aws s3 > AWS
Amazon ECS = ECS, EKS, fargate > AWS
CloudFormation = aws cdk > AWS, Infrastructure as code
Azure = microsoft azure
Azure DevOps > Azure
Google Cloud = gcp, google cloud platform
Firebase > Google Cloud
Supabase
Vercel
Heroku
Cloudflare!
Docker = dockerfile, docker compose > Containers
Kubernetes = k8s > Containers
Helm! = helm charts > Kubernetes
OpenShift > Kubernetes
Istio = service mesh > Kubernetes
Terraform = opentofu > Infrastructure as code
Pulumi > Infrastructure as code
Ansible > Configuration management
Puppet! > Configuration management
Chef Infra = chef cookbooks > Configuration management
SaltStack > Configuration management
Vagrant
Jenkins > CI/CD
GitHub Actions > CI/CD
GitLab CI = gitlab ci/cd > CI/CD
CircleCI = circle ci > CI/CD
Argo CD = argocd > CI/CD
Git > Version control
GitHub > Git
GitLab > Git
Bitbucket > Git
Subversion = svn > Version control
Linux = gnu/linux, unix, ubuntu, debian, centos, red hat, rhel
Windows Server
macOS = mac os
Nginx
Apache HTTP Server = apache httpd, apache web server
Prometheus! > Monitoring
Grafana > Monitoring
Datadog! > Monitoring
New Relic > Monitoring
Splunk > Monitoring
OpenTelemetry > Monitoring
Sentry!
PagerDuty
VMware = vsphere, esxi
Active Directory = entra id, azure ad
Okta
SAP = sap erp, sap hana, s/4hana, sap s/4hana
SAP FI/CO = sap fico
Salesforce = salesforce.com, sfdc, salesforce crm, salesforce lightning > CRM
ServiceNow
PeopleSoft
Workday!
Oracle ERP = oracle fusion, oracle ebs, oracle e-business suite, netsuite
Microsoft Dynamics = dynamics 365, dynamics crm
SharePoint
Lotus Notes = ibm notes, domino, xpages
MuleSoft
Apigee
Zapier
Power Automate = power apps, powerapps, power platform
UiPath = automation anywhere, blue prism > Robotic process automation
Jira
Confluence!
Figma
Postfix
Wireshark
Burp Suite
Metasploit
Nessus
Snyk
HashiCorp Vault = vault!
Consul!
Stripe API
Twilio API
OpenAI API = openai!!
GitHub Copilot = copilot
Vim = neovim
IntelliJ IDEA = intellij
Visual Studio Code = vs code, vscode
PLC programming = plc, ladder logic, allen bradley
SCADA
LabVIEW
Simulink
ANSYS
SolidWorks = solid works > CAD
AutoCAD = auto cad > CAD
CATIA > CAD
Autodesk Inventor > CAD
Fusion 360 > CAD
Revit > BIM
Creo!
NX CAD = siemens nx > CAD
Altium
KiCad
GIS = arcgis, qgis, geographic information systems
SPSS = ibm spss
SAS!
Stata

# method
REST APIs = rest api, restful, restful api, restful apis, REST, rest services
gRPC = protobuf, protocol buffers
SOAP!
WebSockets = websocket
OAuth = oauth2, openid connect, oidc, saml, sso
Microservices = micro services, microservice architecture, micro-services
Event-driven architecture = event driven, event sourcing
Distributed systems = distributed computing, distributed system
System design = software architecture, systems design, system architecture, architecture design
Object-oriented programming = oop, object oriented, object oriented design
Functional programming
Data structures = algorithms, data structures and algorithms
Design patterns
Domain-driven design = domain driven design, DDD
Test automation = automated testing, automated tests, qa automation
Unit testing = unit tests
Test-driven development = TDD, test driven development
Quality assurance = qa, software testing, manual testing
Performance testing = load testing, jmeter, k6
Code review = code reviews
Continuous integration = continuous delivery, continuous deployment
CI/CD = ci cd, ci-cd, cicd
DevOps = dev ops
Site reliability engineering = sre, site reliability
Infrastructure as code = IAC
Configuration management
Containers = containerization
Serverless
Monitoring = observability
Incident response = incident management, on-call
Version control = source control
Agile! = agile methodologies, agile development, agile software development
Scrum = scrum master
Kanban
SAFe! = scaled agile
Networking! = tcp/ip, network engineering, lan/wan, computer networking
DNS
VPN
Firewalls = firewall
Routing and switching = bgp, ospf, mpls
Cloud computing = cloud infrastructure, cloud architecture, cloud native, cloud-native
Cybersecurity = cyber security, information security, infosec, it security
Application security = appsec, owasp
Penetration testing = pentesting, pen testing, ethical hacking
SIEM
Threat modeling = threat intelligence, threat hunting
Identity and access management = IAM
Cryptography = encryption
Vulnerability management = vulnerability assessment
SOC 2 = soc2
ISO 27001
Zero trust
Front-end development = frontend, front end, front-end, frontend development
Back-end development = backend, back end, back-end, backend development
Full-stack development = full stack, fullstack, full-stack
Web development = web applications, web application development
Mobile development = mobile apps, mobile app development
iOS development = ios
Android development = android
Game development = game design
Embedded systems = embedded software, firmware, rtos
Computer graphics = opengl, vulkan, shaders
Robotics
Internet of things = iot
Blockchain = web3, smart contracts, ethereum, defi
Machine learning = ml!, apprentissage automatique, maschinelles lernen
Deep learning = neural networks, neural network
Artificial intelligence = ai!, intelligence artificielle
Large language models = llm, llms, large language model
Generative AI = genai, gen ai
Prompt engineering
Retrieval-augmented generation = retrieval augmented generation
Natural language processing = nlp
Computer vision = image processing, object detection
Reinforcement learning
Recommender systems = recommendation systems
MLOps = ml ops
Data science = data scientist
Data analysis = data analytics, analyse de donnees, datenanalyse, data analyst
Data engineering = data pipelines, data pipeline
Data modeling = data modelling, dimensional modeling
Data warehousing = data warehouse, data lake
Data visualization = data visualisation, dashboards, dashboarding
Data governance = data quality
ETL = elt
Big data
NoSQL
Statistics = statistical analysis, statistical modeling, statistiques, statistik
A/B testing = ab testing, experimentation, split testing
Time series = forecasting models
Bayesian inference = bayesian
Causal inference
Optimization! = operations research, linear programming
Business intelligence = bi!
Econometrics
Quantitative research = quantitative analysis
Qualitative research
Survey design = surveys
Web scraping
Web accessibility = wcag, a11y
Responsive design
Progressive web apps = pwa
Search engine technology = solr, lucene
Caching
Message queues = message broker
API design = api development, api integration, apis
Technical documentation = technical writing
Technical support = help desk, helpdesk, it support, service desk
System administration = systems administration, sysadmin, linux administration
Database administration = dba
ITIL
Enterprise architecture = togaf
Robotic process automation = rpa
CAD = computer aided design
BIM
3D printing = additive manufacturing
Electrical engineering
Mechanical engineering
Circuit design = pcb design, PCB
FPGA
Signal processing = DSP
Control systems
Finite element analysis = FEA
Six Sigma = lean six sigma
Bioinformatics
High-performance computing = hpc, MPI
Compilers = llvm
Operating systems = kernel development
Open source
`;
