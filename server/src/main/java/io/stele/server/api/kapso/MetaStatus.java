package io.stele.server.api.kapso;

/** With which HTTP status each of Meta's codes is told (contract §1.5). */
final class MetaStatus {

    private MetaStatus() {}

    static int of(int code) {
        return switch (code) {
            case 0, 190 -> 401;
            case 10, 368, 130497, 131005, 131031 -> 403;
            case 132001 -> 404;
            case 131047 -> 422;
            case 3, 131000, 131016, 131045, 131057, 133000 -> 500;
            case 133004 -> 503;
            default -> code >= 200 && code < 300 ? 403 : 400;
        };
    }
}
