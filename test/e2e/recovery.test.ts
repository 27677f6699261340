import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { designs, node, settle } from './helpers/screens.js';
import { openStudio } from './helpers/studio.js';

/** What was drawn before a crash is offered at the next start; at most the last two seconds are gone. */
test('a killed app gives back what was drawn two seconds before', async () => {
  const first = await openStudio({ files: { 'a.yaml': designs['lift-and-shift'] }, open: 'a.yaml' });
  await settle(first.page);
  const before = await first.page.locator('.node-card').count();
  await first.page.keyboard.press('/');
  await first.page.keyboard.type('SQS');
  await first.page.keyboard.press('Enter');
  await node(first.page, 'queue').waitFor();
  await first.page.waitForTimeout(2000);
  await first.kill();

  const second = await openStudio({ home: first.home });
  await second.page.getByRole('dialog').getByRole('button', { name: 'Recover', exact: true }).click();
  await node(second.page, 'queue').waitFor();
  expect(await second.page.locator('.node-card').count()).toBe(before + 1);
  expect(await second.page.getByRole('img', { name: 'Unsaved' }).count()).toBe(1);
  await second.close();
  rmSync(first.home, { recursive: true, force: true });
});
