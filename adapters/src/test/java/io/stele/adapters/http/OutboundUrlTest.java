package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundUrlTest {

    private static final AddressGuard TEN = guard("10.0.0.0/8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    https://example.com                          | https://example.com | 443   | /
                    https://example.com/                         | https://example.com | 443   | /
                    HTTPS://Example.COM/Hook?Token=A             | https://example.com | 443   | /Hook?Token=A
                    https://example.com:443/a                    | https://example.com | 443   | /a
                    https://example.com:8443/a                   | https://example.com:8443 | 8443 | /a
                    https://example.com?q=1                      | https://example.com | 443   | /?q=1
                    https://example.com/a%20b/../c//d;e=f?g=%2F  | https://example.com | 443   | /a%20b/../c//d;e=f?g=%2F
                    https://example.com/größe?ä=ö                | https://example.com | 443   | /gr%C3%B6%C3%9Fe?%C3%A4=%C3%B6
                    https://müller.example/x                     | https://xn--mller-kva.example | 443 | /x
                    https://xn--mller-kva.example/x              | https://xn--mller-kva.example | 443 | /x
                    https://例え。テスト/                          | https://xn--r8jz45g.xn--zckzah | 443 | /
                    https://a_b.example.com/                     | https://a_b.example.com | 443 | /
                    https://intranet/                            | https://intranet    | 443   | /
                    https://localhost.example.com/               | https://localhost.example.com | 443 | /
                    https://notlocalhost/                        | https://notlocalhost | 443  | /
                    https://1e100.net/                           | https://1e100.net   | 443   | /
                    https://8.8.8.8/                             | https://8.8.8.8     | 443   | /
                    https://8.8.8.8.example.com/                 | https://8.8.8.8.example.com | 443 | /
                    https://[2606:4700:4700::ABCD]/              | https://[2606:4700:4700::abcd] | 443 | /
                    https://[2606:4700:4700::1111]:8443/         | https://[2606:4700:4700::1111]:8443 | 8443 | /
                    https://[::ffff:8.8.8.8]/                    | https://8.8.8.8     | 443   | /
                    """)
    void takesWhatLeadsToThePublicInternet(String text, String origin, int port, String target) {
        OutboundUrl url = usable(text, AddressGuard.PUBLIC_ONLY);

        assertThat(url).hasToString(origin);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.target()).isEqualTo(target);
    }

    /** {@code ~} stands for a tab, {@code ^} for a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    ``                                    | MALFORMED
                    example.com                           | MALFORMED
                    //example.com/                        | MALFORMED
                    /path                                 | MALFORMED
                    https://exa mple.com/                 | MALFORMED
                    ` https://example.com/`               | MALFORMED
                    `https://example.com/ `               | MALFORMED
                    https://example.com/a b               | MALFORMED
                    https://example.com/^Host:x           | MALFORMED
                    https://example.com/~                 | MALFORMED
                    https://example.com\\@evil.example/   | MALFORMED
                    https:\\\\example.com\\               | MALFORMED
                    https://example.com/%zz               | MALFORMED
                    https://example.com/<script>          | MALFORMED
                    https://[::1/                         | MALFORMED
                    https://[]/                           | MALFORMED
                    https://[fe80::1%25eth0]/             | HOST
                    https://[v1.fe80::]/                  | MALFORMED
                    ftp://example.com/                    | SCHEME
                    file:///etc/passwd                    | SCHEME
                    gopher://127.0.0.1:25/                | SCHEME
                    javascript:alert(1)                   | SCHEME
                    data:text/plain,x                     | SCHEME
                    jar:https://example.com/a!/b          | SCHEME
                    unix:/var/run/docker.sock             | SCHEME
                    https:example.com                     | HOST
                    https:/example.com/                   | HOST
                    https:///example.com/                 | HOST
                    https://?q                            | HOST
                    https://:443/                         | HOST
                    https://.example.com/                 | HOST
                    https://example..com/                 | HOST
                    https://example.com./                 | HOST
                    https://./                            | HOST
                    https://-a.example.com/               | HOST
                    https://exa%6dple.com/                | HOST
                    https://example.com%00.evil.example/  | HOST
                    https://*.example.com/                | HOST
                    https://faß.example/                  | HOST
                    https://user@example.com/             | USER_INFO
                    https://user:pass@example.com/        | USER_INFO
                    https://example.com@127.0.0.1/        | USER_INFO
                    https://@example.com/                 | USER_INFO
                    https://example.com/#a                | FRAGMENT
                    https://example.com/#                 | FRAGMENT
                    https://example.com:/                 | PORT
                    https://example.com:0/                | PORT
                    https://example.com:65536/            | PORT
                    https://example.com:999999/           | PORT
                    https://example.com:9999999/          | PORT
                    https://example.com:-1/               | PORT
                    https://example.com:80a/              | PORT
                    https://example.com:80:80/            | PORT
                    http://example.com/                   | UNENCRYPTED
                    http://127.0.0.1/                     | UNENCRYPTED
                    """)
    void refusesWhatIsNoSuchUrl(String text, UrlFault fault) {
        assertThat(fault(text.replace('~', '\t').replace('^', '\n'), AddressGuard.PUBLIC_ONLY))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,                  ADDRESS",
        "0.0.0.0,                    ADDRESS",
        "10.1.2.3,                   ADDRESS",
        "169.254.169.254,            ADDRESS",
        "192.168.0.1,                ADDRESS",
        "255.255.255.255,            ADDRESS",
        "2130706433,                 ADDRESS_FORM",
        "017700000001,               ADDRESS_FORM",
        "0x7f000001,                 ADDRESS_FORM",
        "0X7F000001,                 ADDRESS_FORM",
        "0x7f.0.0.1,                 ADDRESS_FORM",
        "0177.0.0.1,                 ADDRESS_FORM",
        "0177.0.0.01,                ADDRESS_FORM",
        "127.0.0.01,                 ADDRESS_FORM",
        "127.1,                      ADDRESS_FORM",
        "127.0.1,                    ADDRESS_FORM",
        "127.0.0.0x1,                ADDRESS_FORM",
        "127.0.0.1.1,                ADDRESS_FORM",
        "256.0.0.1,                  ADDRESS_FORM",
        "999.999.999.999,            ADDRESS_FORM",
        "0,                          ADDRESS_FORM",
        "0x,                         ADDRESS_FORM",
        "1,                          ADDRESS_FORM",
        "example.1,                  ADDRESS_FORM",
        "127.0.0.1.,                 HOST",
        "127.0.0.1%2e,               HOST",
        "１２７.０.０.１,               ADDRESS",
        "①②⑦.⓪.⓪.①,                 ADDRESS",
        "127。0。0。1,                 ADDRESS",
        "127．0．0．1,                 ADDRESS",
        "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ,                 ADDRESS",
        "localhost,                  ADDRESS",
        "LOCALHOST,                  ADDRESS",
        "localhost.,                 HOST",
        "a.localhost,                ADDRESS",
        "a.b.LocalHost,              ADDRESS",
        "[::],                       ADDRESS",
        "[::1],                      ADDRESS",
        "[0:0:0:0:0:0:0:1],          ADDRESS",
        "[::ffff:127.0.0.1],         ADDRESS",
        "[::ffff:7f00:1],            ADDRESS",
        "[0:0:0:0:0:ffff:7f00:0001], ADDRESS",
        "[::127.0.0.1],              ADDRESS",
        "[::7f00:1],                 ADDRESS",
        "[fe80::1],                  ADDRESS",
        "[fd00:ec2::254],            ADDRESS",
        "[64:ff9b::a9fe:a9fe],       ADDRESS",
        "[2002:7f00:1::],            ADDRESS",
        "[2001:0:7f00:1::],          ADDRESS",
        "[ff02::1],                  ADDRESS"
    })
    void refusesHostsThatLeadInward(String host, UrlFault fault) {
        assertThat(fault("https://" + host + "/", AddressGuard.PUBLIC_ONLY)).isEqualTo(fault);
        assertThat(fault("https://" + host + ":8443", AddressGuard.PUBLIC_ONLY)).isEqualTo(fault);
    }

    @Test
    void refusesAUrlThatIsTooLong() {
        String longest = "https://example.com/" + "a".repeat(2028);

        assertThat(usable(longest, AddressGuard.PUBLIC_ONLY).target()).hasSize(2029);
        assertThat(fault(longest + "a", AddressGuard.PUBLIC_ONLY)).isEqualTo(UrlFault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64})
    void aLabelHas63CharactersAtMost(int length) {
        UrlCheck check = OutboundUrl.check("https://" + "a".repeat(length) + ".example/", AddressGuard.PUBLIC_ONLY);

        assertThat(check instanceof UrlCheck.Usable).isEqualTo(length == 63);
    }

    @ParameterizedTest
    @ValueSource(ints = {252, 253, 254})
    void aNameHas253CharactersAtMost(int length) {
        String name = "a".repeat(62) + ".";
        String host = name.repeat(3) + "b".repeat(length - 3 * name.length() - 2) + ".c";

        assertThat(OutboundUrl.check("https://" + host + "/", AddressGuard.PUBLIC_ONLY) instanceof UrlCheck.Usable)
                .isEqualTo(length <= 253);
    }

    @Test
    void refusesHalfACharacter() {
        assertThat(fault("https://example.com/\uD83D", AddressGuard.PUBLIC_ONLY)).isEqualTo(UrlFault.MALFORMED);
        assertThat(fault("https://\uDE00.example/", AddressGuard.PUBLIC_ONLY)).isEqualTo(UrlFault.MALFORMED);
    }

    @Test
    void takesUnencryptedUrlsWhereTheOperatorAllowsSomeNetwork() {
        assertThat(usable("http://app:3000/hook", TEN)).hasToString("http://app:3000");
        assertThat(usable("http://app:80/hook", TEN)).hasToString("http://app");
        assertThat(usable("http://10.1.2.3/hook", TEN)).hasToString("http://10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/,       UNENCRYPTED",
        "http://127.0.0.1/,     ADDRESS",
        "http://192.168.0.1/,   ADDRESS",
        "https://192.168.0.1/,  ADDRESS",
        "http://localhost/,     ADDRESS",
        "http://167772161/,     ADDRESS_FORM",
        "http://10.1/,          ADDRESS_FORM"
    })
    void refusesWhatTheOperatorDoesNotAllow(String text, UrlFault fault) {
        assertThat(fault(text, TEN)).isEqualTo(fault);
    }

    @Test
    void takesThisMachineWhereTheOperatorAllowsIt() {
        assertThat(usable("http://localhost:3000/", guard("127.0.0.1/32"))).hasToString("http://localhost:3000");
        assertThat(usable("https://a.localhost/", guard("::1/128"))).hasToString("https://a.localhost");
    }

    @Test
    void neverShowsPathOrQuery() {
        assertThat(usable("https://example.com/bot1:secret?key=secret", AddressGuard.PUBLIC_ONLY))
                .asString()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultSaysWhatMustBeDone(UrlFault fault) {
        assertThat(fault.reason()).startsWith("must ");
    }

    private static OutboundUrl usable(String text, AddressGuard guard) {
        return switch (OutboundUrl.check(text, guard)) {
            case UrlCheck.Usable(OutboundUrl url) -> url;
            case UrlCheck.Unusable(UrlFault fault) -> throw new AssertionError(text + " " + fault);
        };
    }

    private static UrlFault fault(String text, AddressGuard guard) {
        return switch (OutboundUrl.check(text, guard)) {
            case UrlCheck.Usable(OutboundUrl url) -> throw new AssertionError(text + " is taken for " + url);
            case UrlCheck.Unusable(UrlFault fault) -> fault;
        };
    }

    private static AddressGuard guard(String... allowed) {
        return new AddressGuard(Arrays.stream(allowed)
                .map(text -> Cidr.parse(text).orElseThrow())
                .toList());
    }
}
