import { readCase } from '@aipower/applications/storage';
import { publicKeys, verifyReceipt } from '@aipower/receipts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningSite } from '../running-site.ts';
import { textOf } from '../start-site.ts';
import { Applicant, sampleForm, startDesk } from './applicant.ts';

let site: RunningSite;
beforeAll(async () => {
  site = await startDesk();
});
afterAll(() => site?.stop());

const caseOf = (address: string) => readCase(site.deps.desk.database, address.split('/').at(-1)!);

describe.each(['training', 'inference'] as const)('%s, from the card to the receipt', (category) => {
  const form = sampleForm(category);
  test('is filled in page by page, submitted once, and receipted', async () => {
    const company = new Applicant(site, String(form['ubn']));
    const entered = await company.logIn();
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/apply/company');
    const confirmed = textOf(await (await company.get('/apply/company')).text());
    expect(confirmed).toContain(String(form['companyName']));

    const application = await company.start(category);
    await company.fill(application, category, form);
    expect(textOf(await (await company.get(`${application}/check`)).text())).toContain('申請書已填寫完整');

    const sent = await company.submit(application);
    expect(sent.status).toBe(303);
    const receipt = await (await company.get(sent.headers.get('location')!)).text();
    const state = (await caseOf(application))!;
    expect(state.main).toBe('submitted');
    expect(state.receiptNo).toMatch(new RegExp(`^115-${category}-\\d{4}$`));
    expect(textOf(receipt)).toContain(state.receiptNo!);

    const token = /class="receipt-token">(ey[\w.-]+)</.exec(receipt)![1]!;
    const verified = await verifyReceipt(token, publicKeys(site.deps.desk.receiptKeys));
    expect(verified.status).toBe('valid');
    expect(verified).toMatchObject({
      receipt: { about: { application: state.receiptNo, hash: state.forms[0]!.hash } },
    });
  });
});
