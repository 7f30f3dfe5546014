import lwcModule from '@lwc/rollup-plugin';
import replaceModule from '@rollup/plugin-replace';
import type { Plugin } from 'rollup';

/** Both packages are ES modules whose typings claim otherwise: the default export is the plugin, not a namespace. */
type LwcOptions = Parameters<typeof lwcModule.default>[0];
type ReplaceOptions = Parameters<typeof replaceModule.default>[0];

export const lwc = lwcModule as unknown as (options?: LwcOptions) => Plugin;
export const replace = replaceModule as unknown as (options?: ReplaceOptions) => Plugin;
