#include "write/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/error.h"
#include "core/printable.h"

namespace banwen {

void CloseDatabase::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

void CloseDatabase::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Database Database::create() {
    Database database("");
    sqlite3* handle = nullptr;
    const int status = sqlite3_open(":memory:", &handle);
    database.handle_.reset(handle);
    if (status != SQLITE_OK) database.fail();
    return database;
}

Database Database::open(const std::filesystem::path& file) {
    Database database(printable(file.native()));
    sqlite3* handle = nullptr;
    const int status = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
    database.handle_.reset(handle);
    if (status != SQLITE_OK) database.fail();
    return database;
}

void Database::fail() const {
    const std::string why = printable(handle_ == nullptr ? "no memory" : sqlite3_errmsg(handle_.get()));
    if (name_.empty())
        throw Error(ExitCode::cannot_write, fmt::format("articles.sqlite cannot be made ({})", why));
    throw Error(
        ExitCode::unreadable_input,
        fmt::format("{}: cannot be searched ({}); make it again with convert --redo all", name_, why));
}

void Database::run(const char* sql) {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) !=
        SQLITE_OK)
        fail();
    return {*this, statement};
}

std::string Database::bytes() {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
        sqlite3_serialize(handle_.get(), "main", &size, 0), sqlite3_free);
    if (bytes == nullptr) fail();
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
}

Statement& Statement::add(std::string_view text) {
    if (sqlite3_bind_text64(handle_.get(), ++added_, text.data() == nullptr ? "" : text.data(), text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
        database_.fail();
    return *this;
}

Statement& Statement::add(std::int64_t number) {
    if (sqlite3_bind_int64(handle_.get(), ++added_, number) != SQLITE_OK) database_.fail();
    return *this;
}

Statement& Statement::add(double number) {
    if (sqlite3_bind_double(handle_.get(), ++added_, number) != SQLITE_OK) database_.fail();
    return *this;
}

bool Statement::step() {
    const int status = sqlite3_step(handle_.get());
    if (status == SQLITE_ROW) return true;
    if (status != SQLITE_DONE) database_.fail();
    sqlite3_reset(handle_.get());
    added_ = 0;
    return false;
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    const int size = sqlite3_column_bytes(handle_.get(), column);
    return bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

}  // namespace banwen
