/** Makes a distributed database to clone on the cluster of CITUS_URL: see citus-template.ts. */
import './typescript.mjs';

export default async function citusSetup() {
  const { startCitusTemplate } = await import('./citus-template.ts');
  const template = await startCitusTemplate(process.env.CITUS_URL);
  process.env.OBELUS_TEST_CITUS = JSON.stringify(template.urls);
  globalThis.__obelusCitus = template;
}
