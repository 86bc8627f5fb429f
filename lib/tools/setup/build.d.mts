export function currentBuild(): { slot: string; hash: string } | null
export function build(): Promise<{ slot: string | null; fresh: boolean }>
