package io.stele.core.message;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.AppId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted; a null member, and an empty set, asks for nothing.
 *
 * @param app those on an endpoint that is assigned to this app
 * @param unsupportedKind beside the kinds, and alone when there are none, those of a kind that we do not know whose {@link Unsupported#kind}
 *     is this word
 * @param to the exact recipient
 * @param contact the person, by exactly the address that the message went to or came from
 * @param contactContains a part of the person's address
 * @param hasMedia whether the message carries a file
 * @param since stored at or after this moment
 * @param until stored at or before this moment
 * @param latest whether to leave out the messages that others continue
 */
public record MessageFilter(
        @Nullable Channel channel,
        @Nullable EndpointId endpoint,
        @Nullable AppId app,
        @Nullable UUID threadId,
        @Nullable UUID conversationId,
        @Nullable Direction direction,
        Set<Status> statuses,
        Set<ContentKind> kinds,
        @Nullable String unsupportedKind,
        @Nullable Address to,
        @Nullable Address contact,
        @Nullable String contactContains,
        @Nullable Boolean hasMedia,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean latest) {

    /** Every message. */
    public static final MessageFilter ALL = builder().build();

    public MessageFilter {
        statuses = Set.copyOf(statuses);
        kinds = Set.copyOf(kinds);
    }

    /** A filter that asks for nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Puts a filter together of what is asked for. Null asks for nothing. */
    public static final class Builder {

        private @Nullable Channel channel;
        private @Nullable EndpointId endpoint;
        private @Nullable AppId app;
        private @Nullable UUID threadId;
        private @Nullable UUID conversationId;
        private @Nullable Direction direction;
        private Set<Status> statuses = Set.of();
        private Set<ContentKind> kinds = Set.of();
        private @Nullable String unsupportedKind;
        private @Nullable Address to;
        private @Nullable Address contact;
        private @Nullable String contactContains;
        private @Nullable Boolean hasMedia;
        private @Nullable Instant since;
        private @Nullable Instant until;
        private boolean latest;

        private Builder() {}

        /** Those on this channel. */
        public Builder on(@Nullable Channel wanted) {
            channel = wanted;
            return this;
        }

        /** Those through this endpoint. */
        public Builder through(@Nullable EndpointId wanted) {
            endpoint = wanted;
            return this;
        }

        /** Those on an endpoint that is assigned to this app. */
        public Builder of(@Nullable AppId wanted) {
            app = wanted;
            return this;
        }

        /** Those in this thread. */
        public Builder inThread(@Nullable UUID wanted) {
            threadId = wanted;
            return this;
        }

        /** Those in this conversation. */
        public Builder inConversation(@Nullable UUID wanted) {
            conversationId = wanted;
            return this;
        }

        /** Those that went this way. */
        public Builder going(@Nullable Direction wanted) {
            direction = wanted;
            return this;
        }

        /** Those with one of these statuses; with any when there are none. */
        public Builder withStatus(Set<Status> wanted) {
            statuses = wanted;
            return this;
        }

        /** Those of one of these kinds; of any when there are none. */
        public Builder ofKind(Set<ContentKind> wanted) {
            kinds = wanted;
            return this;
        }

        /** Beside those of the kinds, and alone when there are none, those of a kind that we do not know that the provider calls so. */
        public Builder ofUnsupportedKind(@Nullable String word) {
            unsupportedKind = word;
            return this;
        }

        /** Those to exactly this recipient. */
        public Builder to(@Nullable Address wanted) {
            to = wanted;
            return this;
        }

        /** Those that went to, or came from, exactly this address of a person. */
        public Builder withContact(@Nullable Address wanted) {
            contact = wanted;
            return this;
        }

        /** Those with a person whose address contains this. */
        public Builder contactContaining(@Nullable String part) {
            contactContains = part;
            return this;
        }

        /** Those that carry a file, or those that do not. */
        public Builder withMedia(@Nullable Boolean wanted) {
            hasMedia = wanted;
            return this;
        }

        /** Those made at or after this moment. */
        public Builder since(@Nullable Instant moment) {
            since = moment;
            return this;
        }

        /** Those made at or before this moment. */
        public Builder until(@Nullable Instant moment) {
            until = moment;
            return this;
        }

        /** Without those that other messages continue: of what was sent, what it has become. */
        public Builder latest() {
            latest = true;
            return this;
        }

        /** The filter. */
        public MessageFilter build() {
            return new MessageFilter(
                    channel,
                    endpoint,
                    app,
                    threadId,
                    conversationId,
                    direction,
                    statuses,
                    kinds,
                    unsupportedKind,
                    to,
                    contact,
                    contactContains,
                    hasMedia,
                    since,
                    until,
                    latest);
        }
    }
}
