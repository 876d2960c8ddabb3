/** The Han characters of Big5, Taiwan's own set: what is not in it cannot be a Traditional character of a name. */
export function big5(): { all: Set<string>; common: Set<string> } {
  const decoder = new TextDecoder('big5');
  const all = new Set<string>();
  const common = new Set<string>();
  for (let lead = 0xa4; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length !== 1 || !/\p{Script=Han}/u.test(char)) continue;
      all.add(char);
      if (lead <= 0xc6) common.add(char); // 常用字, the 5,401 characters of level 1
    }
  }
  return { all, common };
}
