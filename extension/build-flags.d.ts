/** Set when the bundle is built, see `wxt.config.ts`. */
declare const __STORE_BUILD__: boolean;
declare const __DECLARED_HOSTS__: readonly string[];
