/** CONTRIBUTING.md with the picture of today. @param page absent: as it is on disk */
export function pageWithMap(page?: string): string
