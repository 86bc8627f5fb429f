export function takeFolder(folder: string): Promise<{ close(): void } | null>
export function takenLine(folder: string): string
