package org.breachregister.web.page;

import jakarta.servlet.http.HttpServletRequest;

import org.breachregister.core.account.Account;
import org.breachregister.core.account.Role;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Who is signed in, as the header of a page says it.
///
/// @param name the person's name
/// @param places where that person's work is
public record SignedIn(String name, List<Place> places) {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    public SignedIn {
        places = List.copyOf(places);
    }

    /// A link in the header.
    public record Place(String address, String words) {}

    /// What the header says of an account.
    public static SignedIn of(Account account) {
        var places = new ArrayList<Place>();
        if (account.is(Role.PRODUCER)) {
            places.add(new Place("/my-reports", "Your reports"));
        }
        if (account.is(Role.CASEWORKER) || account.is(Role.PUBLISHER) || account.is(Role.ANALYST)) {
            places.add(new Place("/desk", "Casework"));
        }
        if (account.is(Role.ADMINISTRATOR)) {
            places.add(new Place("/users", "Accounts"));
            places.add(new Place("/desk/audit", "Audit"));
        }
        return new SignedIn(account.name(), places);
    }

    /// Tells it to the pages that answer a request, the pages about errors included.
    public void tell(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static @Nullable SignedIn told(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof SignedIn person ? person : null;
    }
}
