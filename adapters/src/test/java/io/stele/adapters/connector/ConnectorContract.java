package io.stele.adapters.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Address;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.message.Reply;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every connector whose provider is there and takes what it can take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ConnectorContract {

    private static final int LONGEST_ID = 512;
    private static final int AT_ONCE = 40;

    /** Makes the messages of these tests. */
    protected final Dispatches dispatches = new Dispatches(InstantSource.system());

    /** The connector, before a provider that runs. */
    protected abstract Connector connector();

    /** An endpoint of this channel; where the connector serves the channel, one that is connected to the provider. */
    protected abstract Endpoint endpoint(Channel channel);

    /** The ids that the provider itself gave the messages that it took, in order. */
    protected abstract List<String> taken();

    /** How often anything at all was asked of the provider. */
    protected abstract long heard();

    /** What must stand in no text. */
    protected abstract List<String> secrets();

    /** Whether the provider is somewhere else, rather than in this process. */
    protected abstract boolean isOverTheNetwork();

    /** Each channel with each kind of content that the descriptor claims for it. */
    Stream<Arguments> claimed() {
        return pairs(true);
    }

    /** Each channel with each kind of content that the descriptor does not claim for it. */
    Stream<Arguments> unclaimed() {
        return pairs(false);
    }

    private Stream<Arguments> pairs(boolean claimed) {
        return Arrays.stream(Channel.values())
                .flatMap(channel -> Arrays.stream(ContentKind.values())
                        .filter(kind -> claims(channel, kind) == claimed)
                        .map(kind -> Arguments.of(channel, kind)));
    }

    private boolean claims(Channel channel, ContentKind kind) {
        var kinds = connector().descriptor().contents().get(channel);
        return kinds != null && kinds.contains(kind);
    }

    @Test
    void saysWhatItIsAndTakes() {
        Connector.Descriptor descriptor = connector().descriptor();

        assertThat(descriptor.name()).matches("[a-z][a-z0-9-]*");
        assertThat(descriptor.contents()).isNotEmpty().allSatisfy((_, kinds) -> assertThat(kinds).isNotEmpty());
        assertThat(descriptor.doubt().patience()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("claimed")
    void hasTheProviderTakeWhatItClaims(Channel channel, ContentKind kind) {
        int before = taken().size();

        Outcome outcome = connector().send(dispatch(channel, content(channel, kind)));

        assertThat(taken()).hasSize(before + 1);
        assertThat(outcome).isEqualTo(new Outcome.Accepted(taken().getLast()));
        assertThat(taken().getLast()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_ID);
    }

    @ParameterizedTest
    @MethodSource("unclaimed")
    void refusesWhatItDoesNotClaimWithoutAWordToTheProvider(Channel channel, ContentKind kind) {
        long before = heard();

        Outcome outcome = connector().send(dispatch(channel, SampleContents.of(kind)));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, ConnectorContract::isTold);
        assertThat(heard()).isEqualTo(before);
    }

    @Test
    void refusesWhatOnlyPeopleSend() {
        long before = heard();

        for (Content reply : List.of(
                new Reply.ButtonReply("y", "Yes"),
                new Reply.ListReply("1", "One", null),
                new Reply.FlowReply("flow", "{}", null),
                new Reply.QuickReply("Yes", "yes"))) {
            assertThat(connector().send(dispatch(channel(), reply)))
                    .isInstanceOfSatisfying(Outcome.Refused.class, ConnectorContract::isTold);
        }
        assertThat(heard()).isEqualTo(before);
    }

    @Test
    void sendsManyAtOnceEachOnItsOwn() {
        int before = taken().size();
        List<Outcome> outcomes = together(AT_ONCE, () -> connector().send(dispatch(channel(), usual())));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Accepted.class))
                .doesNotHaveDuplicates();
        assertThat(taken().subList(before, taken().size()).stream().<Outcome>map(Outcome.Accepted::new))
                .containsExactlyInAnyOrderElementsOf(outcomes);
    }

    @Test
    void tellsNoSecret() {
        Dispatch dispatch = dispatch(channel(), usual());

        assertThat(List.of(
                        connector().toString(),
                        connector().descriptor().toString(),
                        connector().send(dispatch).toString()))
                .allSatisfy(text -> assertThat(secrets()).noneMatch(text::contains));
    }

    @Test
    void logsNeitherSecretsNorWhatIsSentToWhom() {
        Address to = somebody(channel());
        Dispatch dispatch = dispatch(channel(), SampleContents.of(ContentKind.TEXT));

        List<String> lines = Logged.during(() -> connector().send(dispatch));

        assertThat(lines.isEmpty()).as("what speaks over the network does log").isEqualTo(!isOverTheNetwork());
        assertThat(lines).allSatisfy(line -> {
            assertThat(secrets()).noneMatch(line::contains);
            assertThat(line).doesNotContain("Words that nobody logs");
            assertThat(line).doesNotContain(to instanceof PhoneNumber number ? number.digits() : to.value());
        });
    }

    @Test
    void speaksToNobodyOffThisMachine() {
        List<String> addresses = Traffic.during(() -> claimed()
                .map(Arguments::get)
                .forEach(each ->
                        connector().send(dispatch((Channel) each[0], content((Channel) each[0], (ContentKind) each[1])))));

        assertThat(addresses)
                .allSatisfy(address -> assertThat(InetAddress.ofLiteral(address).isLoopbackAddress()).isTrue());
        assertThat(addresses.isEmpty()).isEqualTo(!isOverTheNetwork());
    }

    /** Content of the kind that the provider takes. */
    protected Content content(Channel channel, ContentKind kind) {
        return SampleContents.of(kind);
    }

    /** A message of this content to somebody who is there. */
    protected final Dispatch dispatch(Channel channel, Content content) {
        return dispatches.of(endpoint(channel), somebody(channel), content);
    }

    private Channel channel() {
        return connector().descriptor().contents().keySet().stream().sorted().findFirst().orElseThrow();
    }

    private Content usual() {
        return content(channel(), connector().descriptor().contents().get(channel()).stream().sorted().findFirst().orElseThrow());
    }

    private static Address somebody(Channel channel) {
        return switch (channel) {
            case SMS, SMS_ONEWAY, WHATSAPP, VOICE -> new PhoneNumber("+15550100777");
            case EMAIL -> new EmailAddress("somebody@sandbox.test");
            case TELEGRAM, INSTAGRAM, MESSENGER -> new ChatId("15550100777");
        };
    }

    private static void isTold(Outcome.Refused refused) {
        Failure failure = refused.failure();
        assertThat(failure.code()).isNotBlank();
        assertThat(failure.title()).isNotBlank();
    }

    private static List<Outcome> together(int times, Callable<Outcome> send) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> started =
                    IntStream.range(0, times).mapToObj(_ -> threads.submit(send)).toList();
            return started.stream().map(ConnectorContract::result).toList();
        }
    }

    private static Outcome result(Future<Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
