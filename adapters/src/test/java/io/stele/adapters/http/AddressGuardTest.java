package io.stele.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // first and last of each block
                "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200", "100.127.255.255",
                "127.0.0.0", "127.0.0.1", "127.255.255.255", "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0",
                "172.31.255.255", "192.0.0.0", "192.0.0.192", "192.0.0.255", "192.0.2.0", "192.0.2.255", "192.88.99.0",
                "192.88.99.255", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.0",
                "198.51.100.255", "203.0.113.0", "203.0.113.255", "224.0.0.0", "239.255.255.255", "240.0.0.0",
                "255.255.255.254", "255.255.255.255", "168.63.129.16",
                "::", "::1", "::2", "::127.0.0.1", "::ffff:0:127.0.0.1", "100::", "100::ffff:ffff:ffff:ffff", "fc00::",
                "fd00:ec2::254", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "fe80::", "fe80::1", "febf::1", "fec0::1", "feff::1",
                "ff00::", "ff02::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001::", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1", "2001:10::1", "2001:1ff:ffff::1", "2001:db8::", "2001:db8:ffff::1", "3fff::", "3fff:fff::1",
                "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::", "64:ff9b:1::8.8.8.8",
                "2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:101::1", "1000::1", "4000::1", "5f00::1", "8000::1"
            })
    void refusesWhatIsNotPublic(String address) {
        assertThat(AddressGuard.PUBLIC_ONLY.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
                "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.88.98.255",
                "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "203.0.112.255", "203.0.114.0",
                "223.255.255.255", "168.63.129.15", "168.63.129.17",
                "2000::1", "2001:200::1", "2001:4860:4860::8888", "2001:db7::1", "2001:db9::1", "2606:4700::1111", "2003::1",
                "3ffe::1", "64:ff9b::8.8.8.8", "2002:808:808::1"
            })
    void permitsWhatIsPublic(String address) {
        assertThat(AddressGuard.PUBLIC_ONLY.permits(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void anAddressThatOnlyWrapsAnIpv4AddressIsJudgedAsThat() throws UnknownHostException {
        AddressGuard guard = guard("10.0.0.0/8");

        assertThat(AddressGuard.PUBLIC_ONLY.permits(mapped(127, 0, 0, 1))).isFalse();
        assertThat(AddressGuard.PUBLIC_ONLY.permits(mapped(10, 0, 0, 1))).isFalse();
        assertThat(AddressGuard.PUBLIC_ONLY.permits(mapped(8, 8, 8, 8))).isTrue();
        assertThat(guard.permits(mapped(10, 0, 0, 1))).isTrue();
    }

    @Test
    void aZoneChangesNothing() throws UnknownHostException {
        byte[] bytes = InetAddress.ofLiteral("fe80::1").getAddress();

        assertThat(AddressGuard.PUBLIC_ONLY.permits(Inet6Address.getByAddress(null, bytes, 3)))
                .isFalse();
        assertThat(guard("fe80::/64").permits(Inet6Address.getByAddress(null, bytes, 3)))
                .isTrue();
    }

    @Test
    void whatTheOperatorAllowsIsPermitted() {
        AddressGuard guard = guard("10.1.0.0/16", "fd00::/8");

        assertThat(guard.permits(InetAddress.ofLiteral("10.1.255.255"))).isTrue();
        assertThat(guard.permits(InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(guard.permits(InetAddress.ofLiteral("10.2.0.0"))).isFalse();
        assertThat(guard.permits(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
    }

    @Test
    void whatTheOperatorAllowsIsNotReachedThroughAGateway() {
        AddressGuard guard = guard("10.0.0.0/8");

        assertThat(guard.permits(InetAddress.ofLiteral("64:ff9b::10.0.0.1"))).isFalse();
        assertThat(guard.permits(InetAddress.ofLiteral("2002:a00:1::1"))).isFalse();
    }

    @Test
    void unencryptedIsForWhatTheOperatorAllowsOnly() {
        AddressGuard guard = guard("10.1.0.0/16");

        assertThat(guard.permitsUnencrypted()).isTrue();
        assertThat(guard.permitsUnencrypted(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(guard.permitsUnencrypted(InetAddress.ofLiteral("8.8.8.8"))).isFalse();
        assertThat(AddressGuard.PUBLIC_ONLY.permitsUnencrypted()).isFalse();
        assertThat(AddressGuard.PUBLIC_ONLY.permitsUnencrypted(InetAddress.ofLiteral("8.8.8.8")))
                .isFalse();
    }

    private static AddressGuard guard(String... allowed) {
        return new AddressGuard(Arrays.stream(allowed)
                .map(text -> Cidr.parse(text).orElseThrow())
                .toList());
    }

    /** As no literal and no look-up makes it: an IPv6 address by its type. */
    private static InetAddress mapped(int... four) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xFF;
        bytes[11] = (byte) 0xFF;
        for (int i = 0; i < four.length; i++) {
            bytes[12 + i] = (byte) four[i];
        }
        return Inet6Address.getByAddress(null, bytes, -1);
    }
}
