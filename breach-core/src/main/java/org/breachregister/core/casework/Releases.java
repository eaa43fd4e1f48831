package org.breachregister.core.casework;

import org.breachregister.core.publication.BreachId;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

/// Publishes what is scheduled when its time has come. Any number of processes may do it side by
/// side: nothing is released twice, and nothing before its time by the database's clock.
public final class Releases {

    /// @param program hands out connections with the rights of the program
    public Releases(DataSource program, Clock clock) {}

    /// Releases all that is due, each in a transaction of its own. What cannot be released stays
    /// scheduled and is tried again; the others go on.
    ///
    /// @return what was released
    public List<BreachId> releaseDue() {
        throw new UnsupportedOperationException("Under way");
    }
}
