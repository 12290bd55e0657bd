# Loads one cookie file after the other with HTTP::Cookies::Netscape. Each line of input names a file to load, a file to
# save to, and addresses, with tabs between; each line of output says whether it was loaded and, in hexadecimal, what
# would be sent to each address.
use strict;
use warnings;
use HTTP::Cookies::Netscape;
use HTTP::Request;

# A hash in the order of its keys, so that what Perl does in a random order is done in one that can be compared.
package Ordered;
sub TIEHASH { my ($class, $hash) = @_; return bless { hash => {%$hash}, keys => [], at => 0 }, $class }
sub FETCH { my ($self, $key) = @_; return $self->{hash}{$key} }
sub EXISTS { my ($self, $key) = @_; return exists $self->{hash}{$key} }
sub FIRSTKEY { my ($self) = @_; $self->{keys} = [sort keys %{$self->{hash}}]; $self->{at} = 0; return $self->NEXTKEY }
sub NEXTKEY { my ($self) = @_; return $self->{keys}[$self->{at}++] }
sub SCALAR { my ($self) = @_; return scalar %{$self->{hash}} }

package main;

sub ordered {
    my ($hash) = @_;
    tie my %copy, 'Ordered', $hash;
    return \%copy;
}

local $SIG{__WARN__} = sub { };
$| = 1;
while (my $line = <STDIN>) {
    chomp $line;
    my ($in, $out, @addresses) = split /\t/, $line;
    my $jar = HTTP::Cookies::Netscape->new;
    my $loaded = $jar->load($in) ? 1 : 0;
    $jar->save($out);
    for my $domain (keys %{$jar->{COOKIES}}) {
        my $paths = $jar->{COOKIES}{$domain};
        $paths->{$_} = ordered($paths->{$_}) for keys %$paths;
        $jar->{COOKIES}{$domain} = ordered($paths);
    }
    my @sent = map {
        my $request = HTTP::Request->new(GET => $_);
        $jar->add_cookie_header($request);
        unpack 'H*', $request->header('Cookie') // '';
    } @addresses;
    print join("\t", $loaded, @sent), "\n";
}
