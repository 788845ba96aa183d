package io.stele.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.connector.sandbox.SandboxClock;
import io.stele.adapters.connector.whatsapp.webhook.MetaSignature;
import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Cidr;
import io.stele.adapters.http.Header;
import io.stele.adapters.http.OutboundUrl;
import io.stele.adapters.kapso.KapsoAddresses;
import io.stele.adapters.zavu.ZavuAddresses;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.core.channel.Channel;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.project.Mode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever text comes from outside, its reader has an answer; and what a writer of ours writes is read as what it was. */
class AnyTextTest {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("0123456789abcdefXYZ_.:/-+,=%[]@ \t\r\n\u0000\u00e9\u0660\ud800")
                .ofMaxLength(80);
        Arbitrary<String> prefix = Arbitraries.of(
                "", "msg_wa_", "msg_wa_test_", "wamid.", "wapn_", "app_test_", "whk_", "med_", "sha256=", "https://", "https://[", "http://127.", "fe80::", "::ffff:1.");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(3_000),
                nearly,
                prefix.flatMap(begin -> nearly.map(end -> begin + end)));
    }

    @Provide
    Arbitrary<Ksuid> ids() {
        return Arbitraries.integers().greaterOrEqual(0).flatMap(second -> Arbitraries.longs()
                .flatMap(high -> Arbitraries.longs().map(low -> new Ksuid(second, high, low))));
    }

    @Property
    void idsOfChirp(@ForAll("texts") String text) {
        ChirpIds.readMessage(text).ifPresent(read -> assertThat(ChirpIds.message(read.id(), read.mode())).isEqualTo(text));
        ChirpIds.readPhoneNumber(text).ifPresent(read -> assertThat(ChirpIds.phoneNumber(read.id(), read.mode())).isEqualTo(text));
        ChirpIds.readApp(text).ifPresent(read -> assertThat(ChirpIds.app(read.id(), read.mode())).isEqualTo(text));
        ChirpIds.readWebhook(text).ifPresent(read -> assertThat(ChirpIds.webhook(read.id(), read.mode())).isEqualTo(text));
        ChirpIds.readMedia(text).ifPresent(read -> assertThat(ChirpIds.media(read.id(), read.mode())).isEqualTo(text));
        assertThat(ChirpIds.readMetaMessage(text)).isNotNull();
    }

    @Property
    void anIdThatChirpIsToldIsReadBack(@ForAll("ids") Ksuid id, @ForAll Mode mode) {
        String told = ChirpIds.message(new MessageId(id), mode);

        assertThat(ChirpIds.readMessage(told)).contains(new ChirpIds.Read<>(new MessageId(id), mode));
    }

    @Property
    void anIdThatZavuIsToldIsReadBack(@ForAll("ids") Ksuid id) {
        assertThat(ZavuIds.messageId(ZavuIds.text(new MessageId(id)))).contains(new MessageId(id));
    }

    @Property
    void addressesOfTheApis(@ForAll("texts") String text, @ForAll Channel channel) {
        assertThat(KapsoAddresses.read(text)).isNotNull();
        assertThat(ZavuAddresses.parse(text, channel)).isNotNull();
        assertThat(ZavuAddresses.parse(text, null)).isNotNull();
    }

    @Property
    void networks(@ForAll("texts") String text) {
        Optional<Cidr> read = Cidr.parse(text);

        read.ifPresent(network -> assertThat(Cidr.parse(network.toString())).contains(network));
    }

    @Property
    void urlsOfWebhooks(@ForAll("texts") String text) {
        assertThat(OutboundUrl.check(text, new AddressGuard(List.of()))).isNotNull();
    }

    @Property
    void headersOfWebhooks(@ForAll("texts") String name, @ForAll("texts") String value) {
        Header.parse(name, value).ifPresent(header -> assertThat(header.name() + header.value()).doesNotContain("\r", "\n", "\u0000"));
    }

    @Property
    void theSandboxsClock(@ForAll("texts") String text) {
        assertThat(SandboxClock.parse(text)).isNotNull();
    }

    @Property
    void aSignatureThatIsNotOurs(@ForAll("texts") String header, @ForAll("texts") String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(MetaSignature.isValid(List.of("secret"), bytes, header)).isFalse();
        assertThat(MetaSignature.isValid(List.of("other", "secret"), bytes, MetaSignature.of("secret", bytes))).isTrue();
    }
}
