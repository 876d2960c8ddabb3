// Generated from data/catalogue by packages/taxonomy/scripts. Edit the data, then npm run generate.

/** What stands before a code that is pasted. */
export const codeLabels: readonly string[] = ["服務項目","項目","分項","第","項次","代碼","代號","編號","code","item","no"];

/** What joins two codes. */
export const joiningWords: readonly string[] = ["及","和","與","至","到"];
