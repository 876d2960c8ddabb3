/** From how many on a number is told, in statistics and results: a smaller one could point at one company. */
export const MIN_TOLD = 5;
