package io.stele.server.store.delivery;

import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.message.Direction;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.server.store.message.Messages;
import io.stele.server.store.sql.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds by which ways messages go on that fail by what providers have told of them. */
final class Rerouting {

    private Rerouting() {}

    /** The ways of those messages that have not failed before. */
    static List<Continuations.Way> ways(Session session, List<Step> steps, FailureFollowUp followUp) {
        List<Step> failing =
                steps.stream().filter(step -> step.failure() != null).toList();
        Map<MessageId, Message> messages = Messages.byId(
                session,
                failing.stream().map(Step::project).toList(),
                failing.stream().map(Step::message).toList());
        Map<MessageId, Continuations.Way> ways = new LinkedHashMap<>();
        for (Step step : failing) {
            Message message = messages.get(step.message());
            Failure failure = step.failure();
            if (message != null
                    && failure != null
                    && message.endpoint().equals(step.endpoint())
                    && message.direction() == Direction.OUTBOUND
                    && message.status().compareTo(Status.FAILED) < 0
                    && !ways.containsKey(message.id())) {
                followUp.after(message, failure)
                        .ifPresent(reroute -> ways.put(message.id(), new Continuations.Way(message, reroute)));
            }
        }
        return List.copyOf(ways.values());
    }
}
