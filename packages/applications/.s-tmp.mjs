const p = await import('@aipower/programme'); const { createHash } = await import('node:crypto');
for (const c of ['training','inference']) console.log(c, createHash('sha256').update(JSON.stringify(p.applicationJsonSchema(p.programme115, c))).digest('hex').slice(0,12));
