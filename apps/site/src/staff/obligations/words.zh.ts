/** Words of the list of what companies owe. */
export const dutiesZh = {
  title: '應辦事項',
  lead: '企業使用算力後要繳交的項目。逾期只提醒，不會自動處置。',
  all: '顯示全部',
  openOnly: '只看待處理',
  what: '項目',
  none: '目前沒有待處理的項目。',
};
