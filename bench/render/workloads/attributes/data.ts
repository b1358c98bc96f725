export interface Field {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly max: number;
  readonly color: string;
}

export const fields: readonly Field[] = Array.from({ length: 100 }, (_, i) => ({
  name: `field-${i}`,
  value: i % 5 === 0 ? `"${i}" & more` : `value ${i}`,
  label: `Field number ${i}`,
  required: i % 2 === 0,
  disabled: i % 3 === 0,
  max: i * 10,
  color: i % 2 === 0 ? "red" : "#00ff00",
}));
