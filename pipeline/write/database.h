// A thin skin over SQLite: handles that close themselves, and its errors as `Error`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace banwen {

struct CloseDatabase {
    void operator()(sqlite3* database) const;
    void operator()(sqlite3_stmt* statement) const;
};

class Statement;

class Database {
  public:
    // An empty one, in memory. Throws Error(cannot_write), as the other functions then do.
    static Database create();

    // A file, for reading. Throws Error(unreadable_input), as the other functions then do.
    static Database open(const std::filesystem::path& file);

    void run(const char* sql);
    Statement prepare(std::string_view sql);

    // The bytes that its file would have.
    std::string bytes();

  private:
    friend class Statement;
    explicit Database(std::string name) : name_(std::move(name)) {}
    [[noreturn]] void fail() const;

    std::string name_;  // for messages; "" in memory
    std::unique_ptr<sqlite3, CloseDatabase> handle_;
};

// Used again for each row: add its values from left to right, then step.
class Statement {
  public:
    Statement& add(std::string_view text);
    Statement& add(std::int64_t number);
    Statement& add(double number);

    // True while there is a row; after the last one the statement takes new values.
    bool step();

    // Columns count from 0.
    std::string text(int column) const;
    std::int64_t number(int column) const;

  private:
    friend class Database;
    Statement(Database& database, sqlite3_stmt* handle) : database_(database), handle_(handle) {}

    Database& database_;
    std::unique_ptr<sqlite3_stmt, CloseDatabase> handle_;
    int added_ = 0;
};

}  // namespace banwen
