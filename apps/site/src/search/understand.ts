import { counties } from '@aipower/registry';
