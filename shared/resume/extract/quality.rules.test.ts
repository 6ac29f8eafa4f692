import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGarbled } from './quality.rules.ts';

const NATURAL: Readonly<Record<string, string>> = {
  en: 'Led a team of nine engineers and moved the billing platform to a new data centre, cutting the monthly cost by a third. Wrote the on-call handbook, ran the weekly review, and taught SQL, Kafka, AWS and Kubernetes to colleagues from support.',
  de: 'Leitung eines Teams von neun Entwicklern und Umzug der Abrechnung in ein neues Rechenzentrum; die monatlichen Kosten sanken um ein Drittel. Einführung von Schulungen für Kolleginnen und Kollegen aus der Kundenbetreuung sowie Pflege der Dokumentation.',
  fr: "Direction d'une équipe de neuf développeurs et déménagement de la facturation vers un nouveau centre de données, réduction d'un tiers des coûts mensuels. Formation des collègues du support et rédaction du manuel d'astreinte de l'entreprise.",
  pl: 'Kierowanie zespołem dziewięciu programistów oraz przeniesienie systemu rozliczeń do nowego centrum danych, co obniżyło miesięczne koszty o jedną trzecią. Prowadzenie szkoleń dla współpracowników z działu wsparcia klienta.',
  tr: 'Dokuz kişilik yazılım ekibini yönettim ve faturalama sistemini yeni veri merkezine taşıyarak aylık giderleri üçte bir oranında azalttım. Destek ekibindeki çalışma arkadaşlarıma eğitim verdim ve haftalık toplantıları yürüttüm.',
  sv: 'Ledde en grupp på nio utvecklare och flyttade faktureringen till ett nytt datacenter, vilket sänkte månadskostnaden med en tredjedel. Skrev handboken för jouren, höll i veckomötena och utbildade kollegor i kundtjänst.',
  fi: 'Johdin yhdeksän kehittäjän ryhmää ja siirsin laskutuksen uuteen konesaliin, minkä ansiosta kuukausittaiset kulut laskivat kolmanneksella. Kirjoitin päivystäjän käsikirjan ja koulutin asiakastuen työntekijöitä joka viikko.',
  vi: 'Quản lý nhóm chín kỹ sư phần mềm và chuyển hệ thống thanh toán sang trung tâm dữ liệu mới, giúp giảm một phần ba chi phí hàng tháng. Đào tạo đồng nghiệp ở bộ phận hỗ trợ khách hàng và viết tài liệu hướng dẫn vận hành hệ thống cho công ty.',
  zh: '负责带领九名工程师完成计费平台的迁移工作，将每月成本降低三分之一。编写值班手册，组织每周例会，并为客户支持部门的同事提供数据库和云计算方面的培训。参与公司年度技术规划，主导多个项目的设计与开发。',
  ja: '九名のエンジニアからなるチームを率いて、請求システムを新しいデータセンターへ移行し、毎月の費用を三分の一削減しました。運用手順書を作成し、毎週の会議を主催し、サポート部門の同僚に研修を行いました。',
  ru: 'Руководил командой из девяти разработчиков и перенёс систему расчётов в новый центр обработки данных, сократив ежемесячные расходы на треть. Проводил обучение сотрудников службы поддержки и написал руководство дежурного.',
  hi: 'नौ इंजीनियरों की टीम का नेतृत्व किया और बिलिंग प्रणाली को नए डेटा केंद्र में स्थानांतरित किया, जिससे मासिक लागत एक तिहाई कम हुई। सहायता विभाग के सहकर्मियों को प्रशिक्षण दिया।',
  ar: 'قدت فريقا من تسعة مهندسين ونقلت نظام الفوترة إلى مركز بيانات جديد مما خفض التكلفة الشهرية بمقدار الثلث. دربت زملائي في قسم الدعم وكتبت دليل المناوبة للشركة.',
};

describe('telling text from garble', () => {
  it.each(Object.entries(NATURAL))('takes %s for text', (_, text) => {
    expect(isGarbled(text)).toBe(false);
  });

  it('takes lists, numbers, addresses and rules for text', () => {
    for (const text of [
      'Python, SQL, AWS, GCP, HTML, CSS, XML, XSLT, PHP, JS, TS, K8s, CI/CD, Go, C++, C#, .NET, MVC, MVVM, JWT, gRPC, Rx',
      '+49 (0)711 123 45 67 · 0171 7654321 · 70173 · 12.03.1987 · 2015 - 2019 · 03/2012 - 08/2015',
      `Experience ${'_'.repeat(200)} Education ${'.'.repeat(300)}`,
      '',
    ])
      expect(isGarbled(text), text).toBe(false);
  });

  it('takes a page in many scripts for text, and words of many scripts for garble', () => {
    expect(isGarbled(Object.values(NATURAL).join('\n'))).toBe(false);
    const scripts = 'abcαβγдежאבגكلم';
    const random = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 6 }, (_, k) => scripts[(i * 7 + k * 5 + k * k) % scripts.length]).join(''),
    );
    expect(isGarbled(random.join(' '))).toBe(true);
  });

  it('takes a text whose letters are all moved by the same number for garble', () => {
    const text = `${NATURAL.en} ${NATURAL.en}`;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (by) => {
        const moved = text.replace(/[a-z]/giu, (c) => {
          const base = c < 'a' ? 65 : 97;
          return String.fromCharCode(((c.charCodeAt(0) - base + by) % 26) + base);
        });
        expect(isGarbled(moved)).toBe(true);
      }),
    );
  });

  it('takes glyph numbers, private-use characters and a wrong code page for garble', () => {
    const english = `${NATURAL.en} ${NATURAL.en}`;
    const moved = (by: number) =>
      [...english].map((c) => (c === ' ' ? c : String.fromCodePoint((c.codePointAt(0) ?? 0) + by))).join('');
    expect(isGarbled(moved(-29))).toBe(true);
    expect(isGarbled(moved(0xf000))).toBe(true);
    const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode(NATURAL.fr));
    expect(isGarbled(wrong)).toBe(true);
  });

  it('takes Chinese characters at random for garble', () => {
    const random = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20000))).join('');
    expect(isGarbled(random)).toBe(true);
  });
});
