type Options = { env?: Record<string, string>; quiet?: boolean }
type Done = { code: number; output: string; seconds: number }
export const ROOT: string
export function run(title: string, command: string[], options?: Options): Promise<Done>
export function must(title: string, command: string[], options?: Options): Promise<Done>
export function bin(path: string): string[]
export function script(path: string, ...args: string[]): string[]
