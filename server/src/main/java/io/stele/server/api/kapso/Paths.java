package io.stele.server.api.kapso;

import io.stele.adapters.kapso.Surface;

/** Where Kapso's two surfaces are. */
final class Paths {

    /** Any version of Meta's: all behave alike (contract §1.1). */
    static final String PROXY = Paths.PROXY_ROOT + "/{version:v[0-9]+[.][0-9]+}";

    static final String PROXY_ROOT = "/meta/whatsapp";
    static final String PLATFORM_ROOT = "/platform/v1";

    /** What the platform has about WhatsApp. */
    static final String PLATFORM = PLATFORM_ROOT + "/whatsapp";

    private Paths() {}

    static boolean areKapsos(String path) {
        return isUnder(path, PROXY_ROOT) || isUnder(path, PLATFORM_ROOT);
    }

    /** Which surface the path belongs to; the platform for those that are not Kapso's. */
    static Surface surface(String path) {
        return isUnder(path, PROXY_ROOT) ? Surface.PROXY : Surface.PLATFORM;
    }

    private static boolean isUnder(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
