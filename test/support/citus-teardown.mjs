export default async function citusTeardown() {
  await globalThis.__obelusCitus.stop();
}
