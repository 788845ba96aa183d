package io.stele.adapters.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which addresses may be dialled: those of the public internet, and those that the operator allows on purpose. Everything that the
 * registries of special-purpose addresses set apart is refused: this machine, private networks, link-local and shared ranges, documentation,
 * multicast, what is reserved. An IPv6 address that carries an IPv4 address, to which a gateway would pass the connection on, is judged by what
 * it carries.
 *
 * @param allowed what may be dialled although it is not public; only there may a request also go unencrypted
 */
public record AddressGuard(List<Cidr> allowed) {

    /** Nothing but the public internet, and nothing unencrypted. */
    public static final AddressGuard PUBLIC_ONLY = new AddressGuard(List.of());

    private static final int IPV6_BYTES = 16;
    private static final int IPV4_BYTES = 4;

    private static final List<Cidr> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // public by its number, but there Azure tells each of its machines what is for that machine alone
                    "168.63.129.16/32",
                    // protocol assignments, Teredo among them
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(AddressGuard::block)
            .toList();

    /** All that is public of IPv6. */
    private static final Cidr GLOBAL_UNICAST = block("2000::/3");

    private static final Cidr COMPATIBLE = block("::/96");
    private static final Cidr TRANSLATED = block("64:ff9b::/96");
    private static final Cidr SIX_TO_FOUR = block("2002::/16");
    private static final int SIX_TO_FOUR_OFFSET = 2;

    public AddressGuard {
        allowed = List.copyOf(allowed);
    }

    /** Whether an encrypted connection may be made to the address. */
    public boolean permits(InetAddress address) {
        InetAddress plain = plain(address);
        return isAllowed(plain) || isPublic(plain);
    }

    /** Whether an unencrypted connection may be made to the address. */
    public boolean permitsUnencrypted(InetAddress address) {
        return isAllowed(plain(address));
    }

    /** Whether there is any address to which an unencrypted connection may be made. */
    public boolean permitsUnencrypted() {
        return !allowed.isEmpty();
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        InetAddress judged = carried(address).orElse(address);
        return (judged instanceof Inet4Address || GLOBAL_UNICAST.contains(judged))
                && RESERVED.stream().noneMatch(block -> block.contains(judged));
    }

    /** The IPv4 address to which a gateway would pass on what is sent to this IPv6 address. */
    private static Optional<InetAddress> carried(InetAddress address) {
        if (COMPATIBLE.contains(address) || TRANSLATED.contains(address)) {
            return Optional.of(part(address, IPV6_BYTES - IPV4_BYTES));
        }
        return SIX_TO_FOUR.contains(address) ? Optional.of(part(address, SIX_TO_FOUR_OFFSET)) : Optional.empty();
    }

    private static InetAddress part(InetAddress address, int offset) {
        return address(Arrays.copyOfRange(address.getAddress(), offset, offset + IPV4_BYTES));
    }

    /** The address without a zone; as IPv4 when it only wraps an IPv4 address. */
    private static InetAddress plain(InetAddress address) {
        return address(address.getAddress());
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    private static Cidr block(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
