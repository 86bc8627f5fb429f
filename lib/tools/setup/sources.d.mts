export function contentHash(paths: string[], leftOut?: RegExp): string
