import { describe, expect, it } from 'vitest';
import { companyOfBoard } from './feed.rules.ts';

describe('an employer’s name out of its board', () => {
  it.each([
    ['tern-and-teal', 'Tern And Teal'],
    ['eu:ternteal', 'Ternteal'],
    ['ternteal.recruitee.com', 'Ternteal'],
    ['careers.ternteal.example', 'Ternteal'],
    ['www.ternteal.co.uk', 'Ternteal'],
    ['jobs.ternteal.example', 'Ternteal'],
    ['ternteal.wd5.myworkdayjobs.com/Careers', 'Ternteal'],
    ['https://www.careers.ternteal.co.uk/jobs', 'Ternteal'],
  ])('%s is %s', (board, company) => expect(companyOfBoard(board)).toBe(company));
});
