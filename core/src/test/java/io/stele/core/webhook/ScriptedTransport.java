package io.stele.core.webhook;

import io.stele.core.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Receivers that answer as the test says. */
final class ScriptedTransport implements WebhookTransport {

    /** What was posted. */
    record Posted(String url, Map<String, String> headers, String body, Duration timeout) {}

    static final Answer NOTHING =
            new Answer(null, Optional.empty(), null, "no answer in time", Duration.ofSeconds(5));

    final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Function<Posted, Answer> receiver;

    ScriptedTransport(Function<Posted, Answer> receiver) {
        this.receiver = receiver;
    }

    static Answer status(int status) {
        return new Answer(status, Optional.empty(), "said " + status, null, Duration.ofMillis(7));
    }

    static Answer status(int status, Duration retryAfter) {
        return new Answer(status, Optional.of(retryAfter), null, null, Duration.ofMillis(7));
    }

    @Override
    public Answer post(ProjectId project, String url, Map<String, String> headers, byte[] body, Duration timeout) {
        Posted post = new Posted(url, headers, new String(body, StandardCharsets.UTF_8), timeout);
        posted.add(post);
        return receiver.apply(post);
    }
}
