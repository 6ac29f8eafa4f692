/** How the sections of a resume are laid out for editing: every field JSON Resume 1.0.0 has, in the order people think. */

export type FieldKind = 'text' | 'area' | 'date' | 'url' | 'tags' | 'points';
export type FieldSpec = {
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly wide?: boolean;
};
export type SectionSpec = {
  readonly key: string;
  readonly title: string;
  readonly one: string;
  /** The fields that name an entry when it is folded. */
  readonly heading: readonly string[];
  readonly fields: readonly FieldSpec[];
};

const text = (key: string, label: string): FieldSpec => ({ key, label, kind: 'text' });
const area = (key: string, label: string): FieldSpec => ({ key, label, kind: 'area', wide: true });
const date = (key: string, label: string): FieldSpec => ({ key, label, kind: 'date' });
const url = (key: string, label: string): FieldSpec => ({ key, label, kind: 'url' });
const tags = (key: string, label: string): FieldSpec => ({ key, label, kind: 'tags', wide: true });
const points = (key: string, label: string): FieldSpec => ({ key, label, kind: 'points', wide: true });

export const BASICS: readonly FieldSpec[] = [
  text('basics.name', 'Full name'),
  text('basics.label', 'Headline'),
  text('basics.email', 'E-mail'),
  text('basics.phone', 'Phone'),
  text('basics.location.city', 'City'),
  text('basics.location.region', 'Region'),
  text('basics.location.postalCode', 'Postal code'),
  text('basics.location.countryCode', 'Country code'),
  text('basics.location.address', 'Street address'),
  url('basics.url', 'Website'),
  area('basics.summary', 'Summary'),
];

const period = [date('startDate', 'Start'), date('endDate', 'End')] as const;

export const SECTIONS: readonly SectionSpec[] = [
  {
    key: 'work',
    title: 'Work',
    one: 'job',
    heading: ['position', 'name'],
    fields: [
      text('position', 'Position'),
      text('name', 'Employer'),
      ...period,
      text('location', 'Place'),
      url('url', 'Website'),
      area('description', 'About the employer'),
      area('summary', 'Summary'),
      points('highlights', 'Points'),
    ],
  },
  {
    key: 'education',
    title: 'Education',
    one: 'education',
    heading: ['studyType', 'area', 'institution'],
    fields: [
      text('institution', 'School'),
      text('studyType', 'Degree'),
      text('area', 'Field of study'),
      text('score', 'Grade'),
      ...period,
      url('url', 'Website'),
      tags('courses', 'Courses'),
    ],
  },
  {
    key: 'skills',
    title: 'Skills',
    one: 'skill',
    heading: ['name'],
    fields: [text('name', 'Skill'), text('level', 'Level'), tags('keywords', 'Keywords')],
  },
  {
    key: 'projects',
    title: 'Projects',
    one: 'project',
    heading: ['name'],
    fields: [
      text('name', 'Project'),
      text('entity', 'For'),
      ...period,
      url('url', 'Website'),
      text('type', 'Type'),
      tags('roles', 'Roles'),
      area('description', 'Description'),
      points('highlights', 'Points'),
      tags('keywords', 'Keywords'),
    ],
  },
  {
    key: 'languages',
    title: 'Languages',
    one: 'language',
    heading: ['language', 'fluency'],
    fields: [text('language', 'Language'), text('fluency', 'Fluency')],
  },
  {
    key: 'certificates',
    title: 'Certificates',
    one: 'certificate',
    heading: ['name', 'issuer'],
    fields: [text('name', 'Certificate'), text('issuer', 'Issuer'), date('date', 'Date'), url('url', 'Website')],
  },
  {
    key: 'awards',
    title: 'Awards',
    one: 'award',
    heading: ['title', 'awarder'],
    fields: [text('title', 'Award'), text('awarder', 'Given by'), date('date', 'Date'), area('summary', 'Summary')],
  },
  {
    key: 'publications',
    title: 'Publications',
    one: 'publication',
    heading: ['name', 'publisher'],
    fields: [
      text('name', 'Publication'),
      text('publisher', 'Publisher'),
      date('releaseDate', 'Date'),
      url('url', 'Website'),
      area('summary', 'Summary'),
    ],
  },
  {
    key: 'volunteer',
    title: 'Voluntary work',
    one: 'voluntary work',
    heading: ['position', 'organization'],
    fields: [
      text('position', 'Position'),
      text('organization', 'Organization'),
      ...period,
      url('url', 'Website'),
      area('summary', 'Summary'),
      points('highlights', 'Points'),
    ],
  },
  {
    key: 'interests',
    title: 'Interests',
    one: 'interest',
    heading: ['name'],
    fields: [text('name', 'Interest'), tags('keywords', 'Keywords')],
  },
  {
    key: 'references',
    title: 'References',
    one: 'reference',
    heading: ['name'],
    fields: [text('name', 'Person'), area('reference', 'Reference')],
  },
  {
    key: 'basics.profiles',
    title: 'Links',
    one: 'link',
    heading: ['network', 'url', 'username'],
    fields: [text('network', 'Network'), text('username', 'User name'), url('url', 'Address')],
  },
];
