import { counties } from '@aipower/taiwan/counties';
