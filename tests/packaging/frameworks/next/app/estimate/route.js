import { threeCalls } from "../../three-calls.js";

export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json(await threeCalls());
}
