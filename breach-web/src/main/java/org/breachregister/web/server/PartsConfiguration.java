package org.breachregister.web.server;

import org.breachregister.api.RegisterRows;
import org.breachregister.api.register.RegisterFiles;
import org.breachregister.api.search.Questions;
import org.breachregister.api.search.RepeatLookup;
import org.breachregister.api.search.SearchAnswers;
import org.breachregister.core.account.Acting;
import org.breachregister.core.account.Audit;
import org.breachregister.core.casework.Cases;
import org.breachregister.core.casework.Casework;
import org.breachregister.core.casework.Drafts;
import org.breachregister.core.casework.Receipts;
import org.breachregister.core.casework.Releases;
import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.database.Database;
import org.breachregister.core.database.Home;
import org.breachregister.core.intake.contained.ContainedReader;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.publication.Editions;
import org.breachregister.core.publication.RegisterLog;
import org.breachregister.search.BreachSearch;
import org.breachregister.search.index.IndexKeeper;
import org.breachregister.search.lucene.LuceneBreachSearch;
import org.breachregister.search.pattern.RepeatBreaches;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;

import java.time.Clock;

import javax.sql.DataSource;

/// Puts the parts of the program together.
@Configuration(proxyBeanMethods = false)
class PartsConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Home home(HomeSettings settings) {
        return new Home(settings.home());
    }

    @Bean
    CodeOfPractice codeOfPractice() {
        return CodeOfPractice.load();
    }

    @Bean
    Producers producers() {
        return Producers.load();
    }

    /// The lock is asked for only so that it outlives the database.
    @Bean
    Database database(
            Home home,
            DatabaseSettings settings,
            DatabaseSettings.Owner owner,
            ObjectProvider<HomeLock> lock) {
        lock.getIfAvailable();
        var url = settings.url();
        return url == null || url.isBlank()
                ? Database.open(home)
                : Database.connect(url, settings.program(), owner.login());
    }

    /// Connections with the rights of whoever the running thread works for: the public, unless the
    /// request was somebody's who signed in.
    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.dataSource(Acting::identity);
    }

    /// Connections with the rights of the program, for what it does in nobody's name.
    @Bean(destroyMethod = "", defaultCandidate = false)
    @Qualifier("program")
    @SpringSessionDataSource
    DataSource programDataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    Audit audit(DataSource database) {
        return new Audit(database);
    }

    @Bean
    Cases cases(DataSource database, CodeOfPractice code, Producers producers) {
        return new Cases(database, code, producers);
    }

    @Bean
    Casework casework(
            DataSource database,
            @Qualifier("program") DataSource program,
            CodeOfPractice code,
            Producers producers,
            Clock clock) {
        return new Casework(database, program, code, producers, clock);
    }

    @Bean
    Drafts drafts(
            DataSource database,
            @Qualifier("program") DataSource program,
            CodeOfPractice code,
            Producers producers,
            Clock clock) {
        return new Drafts(database, program, code, producers, clock);
    }

    @Bean
    Releases releases(@Qualifier("program") DataSource program, Clock clock) {
        return new Releases(program, clock);
    }

    @Bean
    RegisterLog registerLog(DataSource database) {
        return new RegisterLog(database);
    }

    @Bean
    Editions editions(DataSource database) {
        return new Editions(database);
    }

    /// Its processes end with the server.
    @Bean
    ContainedReader documentReader(Clock clock) {
        return new ContainedReader(clock);
    }

    @Bean
    Receipts receipts(@Qualifier("program") DataSource program) {
        return new Receipts(program);
    }

    @Bean
    LuceneBreachSearch breachSearch(Home home, CodeOfPractice code, Producers producers) {
        return new LuceneBreachSearch(home.index(), code, producers);
    }

    @Bean
    IndexKeeper indexKeeper(
            Home home, RegisterLog log, CodeOfPractice code, Producers producers, Clock clock) {
        return new IndexKeeper(home.index(), log, code, producers, clock);
    }

    @Bean
    Questions questions(CodeOfPractice code) {
        return new Questions(code);
    }

    @Bean
    RepeatLookup repeatLookup(BreachSearch search, CodeOfPractice code, Producers producers) {
        return new RepeatLookup(search, new RepeatBreaches(code, producers));
    }

    @Bean
    SearchAnswers searchAnswers(BreachSearch search, RegisterRows rows, RepeatLookup repeats) {
        return new SearchAnswers(search, rows, repeats);
    }

    @Bean
    RegisterRows registerRows(CodeOfPractice code) {
        return new RegisterRows(code);
    }

    @Bean
    RegisterFiles registerFiles(Editions editions, Home home) {
        return new RegisterFiles(editions, home.editions());
    }
}
