/** How the name of a part of a body ends, folded: 資訊工程系, 信用部, 民政課, 頂番分部. */
export const unitTail = /(?:系|所|处|部|课|组|室|中心|学院|分院|院区|分部|分校|校区)$/;
