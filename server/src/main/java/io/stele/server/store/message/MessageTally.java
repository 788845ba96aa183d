package io.stele.server.store.message;

import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.project.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** So many messages of one sort. What makes a sort is never changed of a message, and no message is deleted. */
record MessageTally(Sort sort, long messages) {

    static final String INSERT =
            """
            insert into message_tally (project_id, mode, channel, endpoint_id, direction, content_kind, messages)
            values (?, ?, ?, ?, ?, ?, ?)""";

    record Sort(Scope scope, Channel channel, EndpointId endpoint, Direction direction, ContentKind kind) {

        static Sort of(Message message) {
            return new Sort(message.scope(), message.channel(), message.endpoint(), message.direction(), message.kind());
        }

        /** The values of its columns, as {@link MessageTally#INSERT} has them first. */
        List<Object> values() {
            return new ArrayList<>(List.<Object>of(scope.project().value(), scope.mode(), channel, endpoint.value(), direction, kind));
        }
    }

    /** How many there are of each sort. */
    static List<MessageTally> of(List<Message> messages) {
        return messages.stream().collect(Collectors.groupingBy(Sort::of, Collectors.counting())).entrySet().stream()
                .map(entry -> new MessageTally(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The values of {@link #INSERT}. */
    List<Object> values() {
        List<Object> values = sort.values();
        values.add(messages);
        return values;
    }
}
