type How = {
  root?: string
  hash?: string
  make?: (slot: string) => Promise<{ code: number; output: string }>
}
export function build(how?: How): Promise<{ slot: string | null; fresh: boolean }>
