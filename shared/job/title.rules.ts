/** What a title says besides the occupation: level, kind of contract, and the noise around it. */
import { fold } from '#shared/kernel/text.ts';

/** 0 intern or student, 1 entry, 2 mid, 3 senior, 4 lead, staff or manager of people, 5 director and above. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

const INTERN =
  /\b(?:intern|interns|internship|stage|stagiaire|alternan\w*|apprenti\w*|apprentice\w*|praktikant\w*|praktikum|werkstudent\w*|working student|student worker|becari[oa]|tirocinio|trainee program\w*|stagista|co-?op|duales studium|ausbildung)\b/;
const ENTRY =
  /\b(?:junior|jr|new grad\w*|graduate|entry[- ]level|entry|trainee|resident|debutant\w*|berufseinsteiger\w*|early career|assistant|associate|apprentice|einsteiger|jeune diplome\w*)\b/;
const SENIOR = /\b(?:senior|charge nurse|sr|snr|experienced|confirme\w*|expert\w*|iii|experimente\w*)\b/;
const LEAD =
  /\b(?:staff|principal|lead|tech lead|team lead|teamleiter\w*|leiter\w*|manager|managing|architect|architecte|responsable|supervisor|foreman|iv|superintendent|dean|head chef|chef de service|jefe|capo)\b/;
const DIRECTOR =
  /\b(?:director|directeur|directrice|direktor\w*|head of|head|vp|svp|evp|vice president|chief|cto|cfo|ceo|coo|cmo|cio|ciso|cpo|controller|president|partner at|geschaftsfuhrer\w*|general manager|founder|dirigente)\b/;

/** Titles whose `manager`, `lead`, `staff`, `associate` or `chief` says what is done, not whom one leads. */
const FALSE_LEAD =
  /\b(?:(?:key |technical |channel |partner |strategic |enterprise |senior |national )?account|product|project|program|programme|technical program|customer success|client success|success|case|care|office|community|social media|category|event|relationship|engagement|delivery|brand|campaign|content|growth|marketing|product marketing|partner|partnerships|deployment|implementation|property|release|scrum|contract|change|territory|launch|vendor|proposal|crm|lifecycle|performance marketing|business development|knowledge|facilities|assistant|configuration|study|clinical project|talent|people|optimi[sz]ation|seo|sem|incident|activation|user acquisition|email|paid media|influencer|affiliate|retention|renewals?|enablement|integration|onboarding|partner engagement|community engagement|client engagement|vip) manager\b/;
const FALSE_STAFF =
  /\btechnical staff\b|\bstaff (?:accountant|nurse|attorney|writer|rn|assistant|physician|photographer|pharmacist|auditor|editor|reporter|therapist)\b/;
const FALSE_ENTRY =
  /\b(?:associate (?:director|vice president|partner|general counsel|dean|professor)|executive assistant|administrative assistant|medical assistant|physician assistant|sales associate|warehouse associate|retail associate|store associate|teaching assistant|care assistant|nursing assistant|founder associate|assistant (?:administrati\w+|manager|commercial\w*|de direction|rh|professor|principal|director|controller))\b/;
const FALSE_DIRECTOR =
  /\b(?:art director|creative director|chief of staff|project director|funeral director|head ?(?:chef|waiter|cook|nurse|teacher)|staff controller|air traffic controller|document controller|credit controller|controller (?:engineer|developer)|stock controller|founder associate)\b/;
const FALSE_SENIOR = /\bsenior (?:care|living|services for seniors)\b/;
/** Whom one works for says nothing of oneself: `Founder's Associate`, `Officer to the CEO`, `Office of the President`. */
const OF_ANOTHER =
  /\b(?:co-?founder|founder|c[a-z]o|president|vp|director|manager|head)(?:['’]s|s['’])(?!\p{L})|\b(?:to|office of)(?: the| our)? (?:co-?founders?|founders?|c[a-z]o|president|vp|director|chairman|managing director)\b/giu;

/** The level a title states; `undefined` where it states none (most do not: `Software Engineer`). */
export function titleLevel(title: string): Level | undefined {
  // `Senior/Account Executive` is open to both.
  if (/^\s*(?:senior|sr\.?)\s?\/\s?(?!staff|lead|principal)/i.test(title)) return 2;
  const t = fold(title.replace(OF_ANOTHER, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (INTERN.test(t) && !/\binternal\b|\bstage (?:manager|design)/.test(t)) return 0;
  const director = t.replace(FALSE_DIRECTOR, ' ');
  if (DIRECTOR.test(director) && !/\bassistant (?:to|of)\b/.test(t))
    return /\bassociate director|assistant director|deputy head/.test(t) ? 4 : 5;
  if (/\bchief of staff\b|\bproject director\b|\b(?:art|creative) director\b/.test(t)) return 4;
  const lead = t
    .replace(FALSE_LEAD, ' ')
    .replace(FALSE_STAFF, ' ')
    .replace(/\blead generation\b|\bsolutions? architect\b|\bcloud architect\b|\bstaff augmentation\b/, ' ');
  if (LEAD.test(lead)) return 4;
  if (SENIOR.test(t.replace(FALSE_SENIOR, ' '))) return 3;
  if (ENTRY.test(t.replace(FALSE_ENTRY, ' '))) return 1;
  if (/\bii\b|\bintermediate\b|\bmid(?: level| senior)?\b/.test(t)) return 2;
  if (/\bengineer i\b|\b(?:developer|analyst|scientist|designer|specialist|accountant|nurse|rn) (?:i|1)\b/.test(t))
    return 1;
  return undefined;
}

/** Level words exactly as they stand, sorted: two postings that differ here are not the same vacancy. */
export function levelWords(title: string): string {
  const t = fold(title)
    .replace(/\bsr\b\.?/g, 'senior')
    .replace(/\bjr\b\.?/g, 'junior')
    .replace(/\bmgr\b\.?/g, 'manager');
  const found = t.match(
    /\b(?:intern|internship|stage|stagiaire|alternance|junior|graduate|entry|associate|assistant|senior|staff|principal|lead|manager|director|head|vp|chief|president|supervisor|trainee|architect|i{1,3}|iv|v|l\d|e\d|level \d|[1-5])\b/g,
  );
  return [...new Set(found ?? [])].sort().join(' ');
}

/** `(m/w/d)`, `H/F`, reference numbers and the like say nothing about the work. */
export function cleanTitle(title: string): string {
  return title
    .replace(/[([]?\b(?:[mwfdhx]\s?[/|]\s?[mwfdhx](?:\s?[/|]\s?[mwfdhx*])?|all genders?|gn|any gender)\b[)\]]?/gi, ' ')
    .replace(/[([]\s*[)\]]/g, ' ')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s\-–|,]+|[\s\-–|,]+$/g, '')
    .trim();
}

export type EmploymentKind = 'full-time' | 'part-time' | 'contract' | 'temporary' | 'internship';

/** Kind of contract from whatever a source or title calls it. */
export function employmentTypeOf(text: string): EmploymentKind | undefined {
  const t = fold(text).replace(/_/g, ' ');
  if (/\bintern(?:ship|s)?\b|\bstage\b|\bstagiaire\b|\bpraktik\w+|\balternance\b|\bwerkstudent\w*/.test(t))
    return 'internship';
  if (/\bpart[- ]?time\b|\btemps partiel\b|\bteilzeit\b|\bmedia jornada\b|\btempo parziale\b|\bdeeltijd\b/.test(t))
    return 'part-time';
  if (
    /\btemporary\b|\btemp\b|\bcdd\b|\binterim\b|\bbefristet\b|\bseasonal\b|\btemporal\b|\bper diem\b|\bfixed[- ]term\b/.test(
      t,
    )
  )
    return 'temporary';
  if (
    /\bcontract(?:or)?\b|\bfreelance\w*|\bindependant\b|\b1099\b|\bcontract to hire\b/.test(t) &&
    !/\bcontract (?:manager|administrator|specialist|attorney|management|negotiat)/.test(t)
  )
    return 'contract';
  if (
    /\bfull[- ]?time\b|\bfulltime\b|\bcdi\b|\bvollzeit\b|\btemps plein\b|\bpermanent\b|\bregular\b|\bjornada completa\b|\btempo pieno\b|\bunbefristet\b|\bvoltijd\b/.test(
      t,
    )
  )
    return 'full-time';
  return undefined;
}
