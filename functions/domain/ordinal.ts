/** A number as it stands in a key: at least four digits, so that keys sort as their numbers do. */
export const ordinal = (number: number): string => String(number).padStart(4, '0');
