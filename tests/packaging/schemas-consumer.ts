/* An app's code against the schemas of the installed package. Compiled in several module modes; never run. */

import { type JsonSchema, type SchemaName, schemas } from "yidi/schemas";

export const pack: JsonSchema = schemas().PolicyPack;
export const names: SchemaName[] = ["EstimateInput", "Estimate", "EstimateRange", "RegionDescription"];
export const required: string[] = pack.required ?? [];
export const text: JsonSchema | undefined = pack.definitions?.Text;

// @ts-expect-error there is no such schema
export const misspelt = schemas().EstimateOutput;
// @ts-expect-error there is no such keyword
export const property = pack.property;
