package io.stele.core.intake;

import io.stele.core.channel.Endpoint;
import io.stele.core.message.ServiceWindow;
import io.stele.core.refusal.Rejection;
import org.jspecify.annotations.Nullable;

/** What becomes of a submission. */
public sealed interface Decision {

    /** @param window the open window that the message goes out in; null outside of any */
    record Send(Endpoint endpoint, @Nullable ServiceWindow window) implements Decision {}

    record Refuse(Rejection rejection) implements Decision {}
}
