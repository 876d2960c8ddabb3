import { z } from 'zod';
import { named } from '../components.ts';
import { describe } from '../describe.ts';

export const receipt = named(
  'Receipt',
  z
    .strictObject({
      id: z
        .string()
        .meta(describe({ zh: '回條編號，13 碼，末碼為檢查碼。', en: 'Thirteen characters, the last one a check.' })),
      address: z
        .url()
        .meta(describe({ zh: '顯示回條並以今日資料再查的網址。', en: 'Shows the receipt and asks again today.' })),
      token: z.string().meta(
        describe({
          zh: 'JWS（Ed25519），以 /.well-known/jwks.json 的公開金鑰驗證；本站不存放時，這是唯一的一份。',
          en: 'JWS (Ed25519), verified with the keys of /.well-known/jwks.json; the only copy where the site keeps none.',
        }),
      ),
    })
    .meta(describe({ zh: '附簽章的回條。', en: 'A signed receipt.' })),
);
