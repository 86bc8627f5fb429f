import type { networkInterfaces } from 'node:os'
export function networkAddresses(
  scheme: string,
  port: number,
  interfaces?: ReturnType<typeof networkInterfaces>,
): string[]
