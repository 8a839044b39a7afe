// The calendar that filings live by.

/** The date in China (UTC+8, no summer time) at an instant, as YYYY-MM-DD. */
export function dateInChina(epochMilliseconds: number): string {
  return new Date(epochMilliseconds + 8 * 3_600_000).toISOString().slice(0, 10)
}
