package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,          10.0.0.0,       10.255.255.255,  11.0.0.0",
        "10.0.0.0/8,          10.1.2.3,       10.0.0.0,        9.255.255.255",
        "192.168.4.0/22,      192.168.4.0,    192.168.7.255,   192.168.8.0",
        "198.18.0.0/15,       198.18.0.0,     198.19.255.255,  198.20.0.0",
        "203.0.113.7/32,      203.0.113.7,    203.0.113.7,     203.0.113.6",
        "203.0.113.7,         203.0.113.7,    203.0.113.7,     203.0.113.8",
        "0.0.0.0/0,           0.0.0.0,        255.255.255.255, ::",
        "fd00::/8,            fd00::,         fdff:ffff::1,    fe00::",
        "fe80::/10,           fe80::1,        febf::1,         fec0::1",
        "2001:db8::1/128,     2001:db8::1,    2001:DB8:0::1,   2001:db8::2",
        "2001:db8::1,         2001:db8::1,    2001:db8::1,     2001:db8::",
        "::/0,                ::,             ffff::,          1.2.3.4"
    })
    void aBlockHasTheAddressesThatShareItsBits(String block, String lowest, String highest, String other) {
        Cidr cidr = Cidr.parse(block).orElseThrow();

        assertThat(cidr.contains(InetAddress.ofLiteral(lowest))).isTrue();
        assertThat(cidr.contains(InetAddress.ofLiteral(highest))).isTrue();
        assertThat(cidr.contains(InetAddress.ofLiteral(other))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "10", "10/8", "10.0.0/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/+8",
                "10.0.0.1/8", "10.0.0.0/8 ", " 10.0.0.0/8", "010.0.0.0/8", "0x0a.0.0.0/8", "256.0.0.0/8", "1.2.3.4.5/8",
                "::/129", "fd00::1/8", "fd00::/8/8", "[fd00::]/8", "fe80::%1/10", "fd00:/8", ":::/8", "::ffff:10.0.0.0/104",
                "::ffff:10.0.0.1", "localhost", "example.com/8", "g::/8"
            })
    void refusesWhatIsNoBlock(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "0.0.0.0/0", "10.1.2.3/32"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Cidr.parse(text)).hasToString("Optional[" + text + "]");
    }

    @Test
    void cannotBeMadeWithBitsAfterItsLength() {
        InetAddress address = InetAddress.ofLiteral("10.0.0.1");

        assertThatIllegalArgumentException().isThrownBy(() -> new Cidr(address, 31));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cidr(address, 33));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cidr(address, -1));
    }
}
