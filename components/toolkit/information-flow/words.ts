export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string
