package io.stele.server.media;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a stranger says that a file is, as far as it can be passed on. */
record MediaType(String value) {

    private static final String BYTES = "application/octet-stream";
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]{1,127}";
    private static final Pattern FORM = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:\\s*;\\s*" + TOKEN + "=(?:" + TOKEN + "|\"[A-Za-z0-9 ,.+/_-]{0,127}\"))*");

    /** Pictures that hold no script, beside all that is heard or seen as a film. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    /** The type, or that of bytes where there is none that a header can hold. */
    static MediaType of(@Nullable String told) {
        return new MediaType(told != null && FORM.matcher(told).matches() ? told : BYTES);
    }

    /** Whether a browser may show it in its place: it cannot become a page of this server. */
    boolean isHarmless() {
        String bare = value.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
        return PICTURES.contains(bare) || bare.startsWith("audio/") || bare.startsWith("video/");
    }
}
