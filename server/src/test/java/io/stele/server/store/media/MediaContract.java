package io.stele.server.store.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.housekeeping.Chore;
import io.stele.core.identity.Ksuid;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.media.MediaClaim;
import io.stele.core.media.MediaFacts;
import io.stele.core.media.MediaName;
import io.stele.core.media.MediaQueue;
import io.stele.core.media.MediaState;
import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import io.stele.core.message.Context;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageId;
import io.stele.server.store.StoreContract;
import io.stele.server.store.Tenant;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link MediaQueue} and {@link MediaStore}: what people send is noted with its message, fetched by one at a time, and kept whole. */
public abstract class MediaContract extends StoreContract {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String HASH = "ab".repeat(32);
    private static final MediaFacts FOUND = new MediaFacts("image/png", 3L, HASH, null);

    private MediaQueue queue;
    private MediaStore media;
    private Endpoint whatsApp;

    protected MediaContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        queue = store.get(MediaQueue.class);
        media = store.get(MediaStore.class);
        whatsApp = tenant.whatsApp();
    }

    private Instant now() {
        return store.clock().instant();
    }

    private void receive(Endpoint endpoint, String message, MediaFile file) {
        store.get(InboundStore.class)
                .receive(
                        List.of(new InboundMessage(
                                endpoint,
                                new PhoneNumber("+15550100777"),
                                Identity.UNKNOWN,
                                message,
                                null,
                                new Media(MediaKind.IMAGE, file, null, "a.png", null, null),
                                Context.NONE,
                                null,
                                now(),
                                List.of())),
                        List.of(new MessageId(store.get(KsuidGenerator.class).next())),
                        now());
    }

    private void receive(String message, String providerMediaId) {
        receive(whatsApp, message, MediaFile.ofId(providerMediaId));
    }

    private ReceivedFile file(String providerMediaId) {
        return find(providerMediaId).orElseThrow();
    }

    private Optional<ReceivedFile> find(String providerMediaId) {
        return media.files(tenant.live(), List.of(new MediaName(whatsApp.id(), providerMediaId))).stream().findFirst();
    }

    private Optional<MediaClaim> claim() {
        return queue.claim(Set.of(), now(), now().plus(LEASE));
    }

    private boolean append(MediaClaim claim, int number, byte... piece) {
        return queue.append(claim, number, piece, now().plus(LEASE));
    }

    private long pieces() {
        return store.number("select count(*) from media_piece");
    }

    @Test
    void aFileIsNotedWithItsMessage() {
        receive(whatsApp, "m1", new MediaFile("f1", null, "image/png", "qrvM3e4=", 12L));

        ReceivedFile file = file("f1");

        assertThat(file.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(file.facts()).isEqualTo(new MediaFacts("image/png", 12L, null, "a.png"));
        assertThat(file.state()).isEqualTo(new MediaState.Pending(now(), false));
        assertThat(file.receivedAt()).isEqualTo(now());
        assertThat(media.file(tenant.live(), file.id())).contains(file);
        assertThat(queue.nextDue(Set.of())).contains(now());
    }

    @Test
    void aHashThatIsToldInBase64IsTheSame() {
        receive(whatsApp, "m1", new MediaFile("f1", null, null, "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=", null));
        receive(whatsApp, "m2", new MediaFile("f2", null, null, HASH.toUpperCase(Locale.ROOT), null));

        assertThat(file("f1").facts().sha256()).isEqualTo(HASH);
        assertThat(file("f2").facts().sha256()).isEqualTo(HASH);
    }

    @Test
    void whatCannotBeFetchedIsNotNoted() {
        receive(whatsApp, "m1", new MediaFile("f1", "https://cdn.example/a.png", null, null, null));
        receive(whatsApp, "m2", MediaFile.ofLink("https://cdn.example/a.png"));
        receive("m3", "f".repeat(513));
        receive("m4", "nul\0");

        assertThat(store.number("select count(*) from media")).isZero();
        assertThat(store.number("select count(*) from message")).isEqualTo(4);
    }

    @Test
    void aFileThatComesWithManyMessagesIsOne() {
        Together.times(8, () -> {
            receive("m" + Ksuid.of(store.get(KsuidGenerator.class).next().bytes()), "f1");
            return true;
        });

        assertThat(store.number("select count(*) from media")).isEqualTo(1);
    }

    @Test
    void anotherScopesFileIsNotFound() {
        receive("m1", "f1");
        ReceivedFile file = file("f1");
        Tenant other = Tenant.found(store);

        assertThat(media.file(tenant.test(), file.id())).isEmpty();
        assertThat(media.file(other.live(), file.id())).isEmpty();
        assertThat(media.files(other.live(), List.of(file.name()))).isEmpty();
        assertThat(queue.claim(other.live(), file.id(), now(), now().plus(LEASE))).isEmpty();
    }

    @Test
    void ofManyClaimersOneGetsAFile() {
        receive("m1", "f1");

        List<Optional<MediaClaim>> claims = Together.times(8, this::claim);

        assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(file("f1").state()).isEqualTo(new MediaState.Pending(now().plus(LEASE), true));
    }

    @Test
    void theLongestDueIsClaimedFirstAndFullEndpointsAreLeftAlone() {
        receive(tenant.endpoint(Channel.TELEGRAM), "m0", MediaFile.ofId("t1"));
        store.clock().advance(Duration.ofSeconds(1));
        receive("m1", "f1");

        MediaClaim claim = queue.claim(Set.of(tenant.endpoint(Channel.TELEGRAM).id()), now(), now().plus(LEASE))
                .orElseThrow();

        assertThat(claim.file().name().providerMediaId()).isEqualTo("f1");
        assertThat(claim().orElseThrow().file().name().providerMediaId()).isEqualTo("t1");
        assertThat(claim()).isEmpty();
    }

    @Test
    void aFileComesBackAsItWasWritten() {
        receive("m1", "f1");
        byte[] large = new byte[MediaStore.PIECE_BYTES];
        Arrays.fill(large, (byte) 7);
        MediaClaim claim = claim().orElseThrow();

        assertThat(append(claim, 0, large)).isTrue();
        assertThat(append(claim, 1, (byte) 8)).isTrue();
        assertThat(media.piece(file("f1"), 0)).as("before it is stored").isEmpty();
        assertThat(queue.store(claim, FOUND)).isTrue();

        ReceivedFile stored = file("f1");
        assertThat(stored.state()).isEqualTo(new MediaState.Stored(claim.fence()));
        assertThat(stored.facts()).isEqualTo(FOUND);
        assertThat(media.piece(stored, 0)).hasValueSatisfying(piece -> assertThat(piece).isEqualTo(large));
        assertThat(media.piece(stored, 1)).hasValueSatisfying(piece -> assertThat(piece).containsExactly(8));
        assertThat(media.piece(stored, 2)).isEmpty();
        assertThat(queue.nextDue(Set.of())).isEmpty();
        assertThat(claim()).isEmpty();
    }

    /** The process dies between the last piece and the end. */
    @Test
    void whatADeadFetcherLeftIsThrownAway() {
        receive("m1", "f1");
        MediaClaim dead = claim().orElseThrow();
        append(dead, 0, (byte) 1);
        append(dead, 1, (byte) 2);
        assertThat(claim()).isEmpty();
        store.clock().advance(LEASE);

        MediaClaim next = claim().orElseThrow();

        assertThat(next.attempt()).isEqualTo(2);
        assertThat(pieces()).isZero();
        append(next, 0, (byte) 3);
        queue.store(next, FOUND);
        assertThat(media.piece(file("f1"), 0)).hasValueSatisfying(piece -> assertThat(piece).containsExactly(3));
    }

    @Test
    void whoLostTheClaimChangesNothing() {
        receive("m1", "f1");
        MediaClaim lost = claim().orElseThrow();
        store.clock().advance(LEASE);
        MediaClaim holder = claim().orElseThrow();
        append(holder, 0, (byte) 1);

        assertThat(append(lost, 0, (byte) 2)).isFalse();
        assertThat(queue.extend(lost, now().plus(LEASE))).isFalse();
        assertThat(queue.store(lost, FOUND)).isFalse();
        queue.retry(lost, now());
        queue.giveUp(lost);

        assertThat(pieces()).isEqualTo(1);
        assertThat(queue.store(holder, FOUND)).isTrue();
        queue.giveUp(holder);
        assertThat(file("f1").state()).isInstanceOf(MediaState.Stored.class);
    }

    @Test
    void aSignOfLifeKeepsTheClaim() {
        receive("m1", "f1");
        MediaClaim claim = claim().orElseThrow();
        store.clock().advance(LEASE.minusSeconds(1));

        assertThat(queue.extend(claim, now().plus(LEASE))).isTrue();

        store.clock().advance(LEASE.minusSeconds(1));
        assertThat(claim()).isEmpty();
    }

    @Test
    void aFileIsTriedAgainInItsTime() {
        receive("m1", "f1");
        MediaClaim claim = claim().orElseThrow();
        append(claim, 0, (byte) 1);

        queue.retry(claim, now().plusSeconds(9));

        assertThat(pieces()).isZero();
        assertThat(file("f1").state()).isEqualTo(new MediaState.Pending(now().plusSeconds(9), false));
        assertThat(queue.claim(tenant.live(), file("f1").id(), now(), now().plus(LEASE))).isEmpty();
        store.clock().advance(Duration.ofSeconds(9));
        assertThat(queue.claim(tenant.live(), file("f1").id(), now(), now().plus(LEASE))).isPresent();
    }

    @Test
    void whatIsGoneIsNeverTriedAgain() {
        receive("m1", "f1");
        MediaClaim claim = claim().orElseThrow();
        append(claim, 0, (byte) 1);

        queue.giveUp(claim);

        assertThat(file("f1").state()).isEqualTo(new MediaState.Gone());
        assertThat(pieces()).isZero();
        receive("m2", "f1");
        store.clock().advance(Duration.ofDays(400));
        assertThat(claim()).isEmpty();
    }

    @Test
    void oldFilesAreDeletedWithTheirPieces() {
        MediaRetention retention = new MediaRetention(store.database(), 30);
        receive("m1", "f1");
        MediaClaim fetched = claim().orElseThrow();
        append(fetched, 0, (byte) 1);
        queue.store(fetched, FOUND);
        receive("m2", "f2");
        MediaClaim underWay = claim().orElseThrow();
        append(underWay, 0, (byte) 1);
        store.clock().advance(Duration.ofDays(1));
        receive("m3", "f3");
        store.clock().advance(Duration.ofDays(29).plusSeconds(1));

        assertThat(retention.doPart(now())).isFalse();

        assertThat(find("f1")).isEmpty();
        assertThat(find("f2")).isEmpty();
        assertThat(find("f3")).isPresent();
        assertThat(pieces()).isZero();
        assertThat(append(underWay, 1, (byte) 2)).isFalse();
        assertThat(store.number("select count(*) from message")).isEqualTo(3);
    }

    @Test
    void nothingIsDeletedUnlessTheUserSaysSo() {
        assertThat(store.all(Chore.class)).noneMatch(MediaRetention.class::isInstance);
    }
}
