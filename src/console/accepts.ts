/** Whether `Accept-Encoding` names an encoding, and not with a weight of nothing. */
export function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((each) => {
    const [name, weight] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !(weight !== undefined && /^q=0(?:\.0*)?$/.test(weight));
  });
}
