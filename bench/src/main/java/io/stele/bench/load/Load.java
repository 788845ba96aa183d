package io.stele.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** What is asked, again and again. */
public sealed interface Load {

    /** Where the requests go to; the path is what a script does not give. */
    URI url();

    /** The headers of every request. */
    Map<String, String> headers();

    /**
     * Gets paths in turn.
     *
     * @param paths a file of paths, one a line
     */
    record Paths(URI url, Map<String, String> headers, Path paths) implements Load {}

    /**
     * Posts messages.
     *
     * @param body with <code>{to}</code> where the person stands, and <code>{key}</code> where something stands that is new every time
     * @param people a file of those, one a line
     */
    record Sends(URI url, Map<String, String> headers, String body, Path people) implements Load {}

    /**
     * Posts what Meta would.
     *
     * @param bodies a file of lines, each a signature, a blank and a body; each is posted once
     */
    record Hooks(URI url, Map<String, String> headers, Path bodies) implements Load {}
}
